import type { AddressSelector } from "./selector";

/**
 * A path that must not be open: from any address that `from` selects, except those that `except` selects, to any that
 * `to` selects.
 *
 * @example
 * // No intern ever reaches production.
 * { from: { group: "interns" }, to: { name: "prod-*" } }
 * // Nobody but support reaches production.
 * { from: {}, except: { group: "support" }, to: { name: "prod-*" } }
 */
export interface NeverRule {
  readonly from: AddressSelector;
  readonly to: AddressSelector;
  readonly except?: AddressSelector;
  /** Why, for the people who read the failure. */
  readonly because?: string;
}
