import { accessControlOf, groupsOf, mayConnect, mayListen, type AccessAddress } from "../world/address";

/** What is not known of an address, as parts of a sentence: `groups`, `access control`. Empty if all is known. */
export function describeUnknowns(address: AccessAddress): string[] {
  if (address.outside) return [];
  const control = mayListen(address) ? accessControlOf(address) : "open";
  const isListOfControl = typeof control === "object";
  return [
    address.action === "unknown" && "action",
    mayConnect(address) && groupsOf(address).unknown && "groups",
    control === "unknown" && "access control",
    isListOfControl && control.groups.unknown && "groups that it admits",
    isListOfControl && control.cloudAddresses.unknown && "addresses that it admits",
    !address.key.known && "API key",
  ].filter((part) => typeof part === "string");
}
