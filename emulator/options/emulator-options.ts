import type { AccountOptions } from "../accounts/account";
import type { Readiness } from "../addresses/readiness";
import type { Quirks } from "../quirks/quirks";

/** How an emulator starts. Each has a default. */
export interface EmulatorOptions {
  /** TCP port; 0 (default) = a free one. */
  port?: number | undefined;
  /** Interface to listen on. Default `127.0.0.1`: nobody but this machine. */
  host?: string | undefined;
  /** The API keys that are known. Default: key `emulator` with secret `emulator`. */
  accounts?: readonly AccountOptions[] | undefined;
  /** A file that keeps the addresses, passwords included, over restarts. Default: memory only. */
  data?: string | undefined;
  /** How long a write leaves an address pending. Default `{ mode: "immediate" }`. */
  readiness?: Readiness | undefined;
  /** Switches that differ from the defaults. */
  quirks?: Partial<Quirks> | undefined;
  /** Pause before each request is processed, in milliseconds. Default 0. */
  latencyMilliseconds?: number | undefined;
  /** How many requests the journal keeps. Default 10,000. */
  journalLimit?: number | undefined;
  /** A30: an API key that does not match is answered with 403. Default `^[A-Za-z0-9._~-]{1,256}$`. */
  apiKeyPattern?: RegExp | undefined;
  /** The time in milliseconds since the epoch, for tests that must not wait. Default `Date.now`. */
  clock?: (() => number) | undefined;
}
