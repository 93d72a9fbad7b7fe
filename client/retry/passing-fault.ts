import type { Answer, NoAnswer } from "../transport/exchange";
import type { PassingFault } from "./retry-classes";

/** The fault of an exchange that a repetition may cure; undefined for success and for what will not change. */
export function passingFault(result: Answer | NoAnswer): PassingFault | undefined {
  if (result.kind === "no answer") {
    if (result.cause === "aborted") return undefined;
    return result.mayHaveBeenSent ? "ambiguous" : "not sent";
  }
  switch (result.status) {
    case 429:
    case 503:
      return "refused";
    case 502:
    case 504:
      return "ambiguous";
    default:
      return undefined;
  }
}

/**
 * Whether the service may have carried the request out although this exchange was no success. A redirect after the
 * work was done is a 303 (RFC 9110, 15.4.4).
 */
export function mayHaveBeenCarriedOut(result: Answer | NoAnswer): boolean {
  if (result.kind === "no answer") return result.mayHaveBeenSent;
  return result.status < 300 || result.status === 303 || (result.status >= 500 && result.status !== 503);
}
