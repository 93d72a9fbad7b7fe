import type { AccessAddress } from "../../../access/index";
import type { StackState } from "../../stack/cloud-address-resource";
import type { AddressMaker } from "../address/address-of-resource";
import { addressesOfStates } from "../address/addresses-of-states";
import { notesOfStates } from "../address/notes-of-states";
import type { PlannedChange } from "./planned-change";

/** What the addresses are in two states of a stack. */
export function changeBetweenStates(
  before: StackState,
  after: StackState,
  maker: AddressMaker,
): PlannedChange {
  const earlier = addressesOfStates([before], maker);
  const later = addressesOfStates([after], maker);
  const notes = notesOfStates([after]);
  if (before.name !== undefined && after.name !== undefined && before.name !== after.name) {
    notes.push(`the two states are of different stacks, ${before.name} and ${after.name}.`);
  }
  return { before: remark(earlier, later, "deleted"), after: remark(later, earlier, "new"), notes };
}

/** Remarks on the addresses that the other side does not have. */
function remark(
  addresses: readonly AccessAddress[],
  others: readonly AccessAddress[],
  text: string,
): AccessAddress[] {
  const ids = new Set(others.map((other) => other.id));
  return addresses.map((address) => (ids.has(address.id) ? address : { ...address, remark: text }));
}
