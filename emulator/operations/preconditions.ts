import { matchesEntity } from "../wire/entity-tag";
import { refuse, type Reply } from "../wire/reply";
import type { AddressRequest } from "./request";

/** What stops a change, reset or delete of an address just before it is done: A46, then `If-Match`. */
export function checkPreconditions({ service, address, ifMatch }: AddressRequest): Reply | undefined {
  if (service.quirks.writesWhilePending !== "allow" && service.isPending(address)) {
    const status = service.quirks.writesWhilePending === "conflict" ? 409 : 503;
    return refuse(status, "A46: the address is pending");
  }
  if (!matchesEntity(ifMatch, address, service.quirks)) {
    return refuse(412, "rule 53, 59 or 62: If-Match does not have the present entity version");
  }
  return undefined;
}
