import type { Characteristics } from "./characteristics";
import type { Pending } from "./readiness";

/** The API key that obtained an address, as far as an address needs to know it. */
export interface Owner {
  /** SHA-256 of the API key in hexadecimal: one-way, never the key. */
  readonly keyDigest: string;
  /** Name of the account that the key belongs to (A32). */
  readonly account: string;
}

/** One cloud address as the service holds it. */
export interface CloudAddress {
  readonly cloudAddress: string;
  /** Position in the order of creation; never used twice. */
  readonly sequence: number;
  readonly owner: Owner;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  characteristics: Characteristics;
  password: string;
  /** The entity version number, from 1. */
  version: number;
  /** Undefined = ready to use. */
  pending: Pending | undefined;
  /** How many `ready` calls still answer the stale `none` (A43). */
  stalePolls: number;
  /** What details show while the address is pending under A45. */
  previous: { characteristics: Characteristics; version: number } | undefined;
  /** Deleted, but still shown to readers until then (A49); milliseconds since the epoch. */
  shownUntil: number | undefined;
}
