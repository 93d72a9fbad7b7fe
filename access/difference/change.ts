import type { Reason } from "../relation/reasons";
import type { AccessAddress } from "../world/address";

/**
 * What becomes of one pair: access is `opened` or `closed` for certain, or it `mayOpen` or `mayClose`, depending on
 * something that is not known before the update.
 */
export type ChangeKind = "opened" | "closed" | "mayOpen" | "mayClose";

/** A pair of addresses whose access changes. */
export interface AccessChange {
  readonly kind: ChangeKind;
  readonly from: AccessAddress;
  readonly to: AccessAddress;
  /** Why access exists: after the change, or for what is or may be closed, before it. */
  readonly via: readonly Reason[];
}

/** The kinds by which access widens, or may. */
export const wideningKinds: readonly ChangeKind[] = ["opened", "mayOpen"];
