import type { CloudAddressResource } from "../../stack/cloud-address-resource";
import { accessCharacteristics, type AccessCharacteristics } from "../address/characteristics";

/**
 * The characteristics that a resource will have: those of its checked inputs.
 *
 * An address in its access list that is not known yet is taken to be the address of one of the resources from which
 * the program made the list, if all of these are connect addresses of the same preview; else it may be any address.
 * @param connectorsNamed The ids of resources by their URNs, if each of them is such an address.
 */
export function characteristicsAfter(
  { inputs, propertyDependencies }: CloudAddressResource,
  connectorsNamed: (urns: readonly string[]) => readonly string[] | undefined,
): AccessCharacteristics {
  const urns = propertyDependencies.accessControl ?? [];
  return accessCharacteristics(inputs, urns.length > 0 ? connectorsNamed(urns) : undefined);
}

/** The characteristics of an address that a stack only reads: what was read, as far as the preview says it. */
export function readBack(
  after: CloudAddressResource,
  before: CloudAddressResource | undefined,
): AccessCharacteristics {
  const bags = [after.outputs, before?.outputs ?? {}, after.inputs];
  const told = bags.find((bag) => typeof bag.action === "string");
  return told ? accessCharacteristics(told) : everythingUnknown;
}

const everythingUnknown: AccessCharacteristics = {
  action: "unknown",
  groups: { known: [], unknown: "anything" },
  accessControl: "unknown",
};
