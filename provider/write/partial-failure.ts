import type { CloudAddressState } from "../cloud-address/state";

/**
 * A write took place and something after it failed. The state that it carries has to be kept: it holds the address,
 * its password and what was applied; the next update goes on from there.
 */
export class PartialFailure extends Error {
  override readonly name = "PartialFailure";

  constructor(
    readonly state: CloudAddressState,
    override readonly cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}
