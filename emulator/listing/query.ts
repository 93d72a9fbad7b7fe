import type { Quirks } from "../quirks/quirks";

const defaultLimit = 20;
const largestLimit = 99;

/** The page size that a query asks for (rule 35); undefined when it is not a number from 1 to 99 (A37). */
export function readLimit(parameters: URLSearchParams, clamp: boolean): number | undefined {
  const values = parameters.getAll("limit");
  if (values.length === 0) {
    return defaultLimit;
  }
  const [value = ""] = values;
  if (values.length === 1 && /^[1-9][0-9]?$/.test(value)) {
    return Number(value);
  }
  if (!clamp) {
    return undefined;
  }
  const number = /^-?[0-9]+$/.test(value) ? Number(value) : defaultLimit;
  return Math.min(Math.max(number, 1), largestLimit);
}

/**
 * The `Link` header of a page (rule 37) in the form of A35.
 *
 * @param next the cursor of the page after this one; undefined = nothing follows
 */
export function nextPageLink(
  quirks: Quirks,
  origin: string,
  limit: number,
  next: string | undefined,
): string | undefined {
  const path = `/cloud/1.1/static-address?limit=${limit}`;
  const first = quirks.nextLink === "withPrevious" ? [`<${origin}${path}>; rel="prev"`] : [];
  if (next === undefined) {
    return first[0];
  }
  const following = `${path}&cursor=${next}`;
  switch (quirks.nextLink) {
    case "absolute":
    case "withPrevious":
      return [...first, `<${origin}${following}>; rel="next"`].join(", ");
    case "relative":
      return `<${following}>; rel="next"`;
    case "unquotedRelation":
      return `<${origin}${following}>; rel=next`;
    case "foreignHost":
      return `<https://vnc-cloud.invalid${following}>; rel="next"`;
  }
}
