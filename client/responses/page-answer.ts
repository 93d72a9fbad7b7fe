import type { Answer } from "../transport/exchange";
import { parseJsonObject, stringsOf } from "./json-object";

/** One page of the list (rules 36 to 38). */
export interface Page {
  readonly cloudAddresses: readonly string[];
  /** The `Link` header as it came. */
  readonly link: string | undefined;
}

/** Reads a page; 204 is an empty one (rule 38). */
export function readPage(answer: Answer): Page {
  if (answer.status === 204) return { cloudAddresses: [], link: undefined };
  const cloudAddresses = stringsOf(parseJsonObject(answer.body), "cloudAddresses");
  return { cloudAddresses, link: answer.header("link") };
}
