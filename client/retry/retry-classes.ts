import type { Operation } from "../errors/operation";

/** What a repetition of an operation can do, which decides the faults after which it may be repeated. */
export type RetryClass = "idempotent" | "conditional" | "not idempotent";

/** A fault that may pass, by what it says about the request. */
export type PassingFault =
  /** No connection: the request certainly did not leave this machine (refused, DNS, TLS, time-out before sending). */
  | "not sent"
  /** 429 and 503: the service says that it did nothing. */
  | "refused"
  /** 502, 504, a connection that broke and a time-out after sending: it may have been carried out. */
  | "ambiguous";

/**
 * The retry class of each operation. `change` and `delete` are conditional by their `If-Match`: a repetition of one
 * that was carried out changes nothing and answers 412. Without `If-Match` they are not idempotent, since in between
 * somebody else may have written. `reset` stays not idempotent with `If-Match`: whether it was carried out decides
 * which password is the right one, and a repetition that answers 412 would hide that.
 */
export const retryClasses: Readonly<Record<Exclude<Operation, "configure">, RetryClass>> = {
  list: "idempotent",
  ready: "idempotent",
  details: "idempotent",
  change: "conditional",
  delete: "conditional",
  create: "not idempotent",
  reset: "not idempotent",
};

/** After which faults an operation of a class is repeated. All others end it: 500 and every other 4xx included. */
export const repeatedAfter: Readonly<Record<RetryClass, Readonly<Record<PassingFault, boolean>>>> = {
  idempotent: { "not sent": true, refused: true, ambiguous: true },
  conditional: { "not sent": true, refused: true, ambiguous: true },
  "not idempotent": { "not sent": true, refused: true, ambiguous: false },
};

/** The class of one call: a conditional operation without its condition is not idempotent. */
export function retryClassOf(operation: keyof typeof retryClasses, hasCondition: boolean): RetryClass {
  const retryClass = retryClasses[operation];
  return retryClass === "conditional" && !hasCondition ? "not idempotent" : retryClass;
}
