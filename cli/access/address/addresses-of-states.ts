import type { AccessAddress } from "../../../access/index";
import type { CloudAddressResource, StackState } from "../../stack/cloud-address-resource";
import { AddressMaker } from "./address-of-resource";

/**
 * The existing addresses of stacks. An address that one stack owns and another only reads is told as its owner has it.
 */
export function addressesOfStates(
  states: readonly StackState[],
  maker = new AddressMaker(states.flatMap((state) => state.resources)),
): AccessAddress[] {
  const byId = new Map<string, AccessAddress>();
  for (const resource of ownersFirst(states.flatMap((state) => state.resources))) {
    const address = maker.existing(resource);
    if (address && !byId.has(address.id)) byId.set(address.id, address);
  }
  return [...byId.values()];
}

function ownersFirst(resources: readonly CloudAddressResource[]): CloudAddressResource[] {
  return [
    ...resources.filter((resource) => !resource.external),
    ...resources.filter((resource) => resource.external),
  ];
}
