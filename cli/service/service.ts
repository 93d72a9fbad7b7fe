import type { VncCloudClient } from "../../client";

/** The VNC Cloud service as one command uses it: under one account. */
export interface Service {
  readonly client: VncCloudClient;
  /** Name of the account; undefined = the default one. */
  readonly account: string | undefined;
  /** How many requests may be under way at the same time. */
  readonly parallel: number;
  /** Aborted when the command ends or is interrupted, so that no request outlives it. */
  readonly signal: AbortSignal;
}
