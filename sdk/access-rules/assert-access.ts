import type { AddressSelector } from "../../access/rule/selector";
import * as pulumi from "../pulumi/pulumi";
import { reviewDeclaredAddresses } from "./declared-addresses";
import { selectorFaults } from "./selector-faults";

/** Paths that must never be open. */
export interface AccessAssertion {
  /**
   * No connect address that `from` selects, except those that `except` selects, may reach a listen address that `to`
   * selects. `{}` selects all.
   */
  readonly never: {
    readonly from: AddressSelector;
    readonly to: AddressSelector;
    readonly except?: AddressSelector | undefined;
  };
  /** Why, for the people who read the failure. */
  readonly because?: string | undefined;
}

/**
 * Fails the preview if the addresses of the program, as they are declared, would open a forbidden path.
 *
 * It is about what can be told: an access list that names a forbidden group fails even if nobody of the program is a
 * member, for members may be in other stacks; so does an open listener. What is not known in the preview counts as if
 * it opened the path. A rule by `name`, `collection` or `cloudAddress` of connect addresses sees those of this program.
 *
 * @throws RunError if a selector is wrong: a rule that selects nothing would guard nothing.
 * @example
 * assertAccess({
 *   never: { from: { group: "interns" }, to: { name: "prod-*" } },
 *   because: "interns work on the test benches only",
 * });
 * // Nobody but support and on call reaches the pumps.
 * assertAccess({ never: { from: {}, to: { collection: "pumps" }, except: { group: ["support", "on call"] } } });
 */
export function assertAccess(assertion: AccessAssertion): void {
  const { from, to, except } = assertion.never ?? {};
  const faults = [
    ...selectorFaults("never.from", from, true),
    ...selectorFaults("never.to", to, true),
    ...selectorFaults("never.except", except, false),
  ];
  if (to && "group" in to && to.group !== undefined) {
    faults.push("never.to.group selects connect addresses only, so nothing would be guarded");
  }
  if (faults.length > 0) throw new pulumi.RunError(`assertAccess: ${faults.join("; ")}.`);
  const { because } = assertion;
  reviewDeclaredAddresses({ from, to, ...(except && { except }), ...(because !== undefined && { because }) });
}
