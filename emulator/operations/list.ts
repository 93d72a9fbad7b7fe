import { refuse } from "../wire/reply";
import { readLimit, nextPageLink } from "../listing/query";
import { readPage } from "../listing/page";
import type { CollectionOperation } from "./request";

/** GET static-address: rules 34 to 41. */
export const list: CollectionOperation = ({ service, owner, query, origin }) => {
  const parameters = new URLSearchParams(query);
  const limit = readLimit(parameters, service.quirks.clampLimit);
  if (limit === undefined) {
    return refuse(400, "rule 35, A37: limit is not a number from 1 to 99");
  }
  const page = readPage(service, owner, limit, parameters.get("cursor"));
  if (page === undefined) {
    return refuse(400, "A35: the cursor is none that this service gave");
  }
  if (page.addresses.length === 0) {
    return service.quirks.emptyListAs200 ? { status: 200, json: { cloudAddresses: [] } } : { status: 204 };
  }
  const link = nextPageLink(service.quirks, origin, limit, page.next);
  return {
    status: 200,
    headers: { ...(link !== undefined && { Link: link }) },
    json: { cloudAddresses: page.addresses.map(({ cloudAddress }) => cloudAddress) },
  };
};
