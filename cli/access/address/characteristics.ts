import type { AccessAddress, AccessControl, NameList } from "../../../access/world/address";
import type { StateProperties, StateValue } from "../../stack/state-value";
import { hiddenSecret, unknownValue } from "../../stack/state-value";

/** What decides who can reach whom. */
export type AccessCharacteristics = Pick<AccessAddress, "action" | "groups" | "accessControl">;

/**
 * Reads the characteristics of an address from a bag of inputs or outputs. A secret counts as not known, and so does
 * whatever has another form than it should: nothing is taken for empty that may not be.
 * @param namedAddresses What unknown members of the list of addresses can be; undefined = any address.
 */
export function accessCharacteristics(
  properties: StateProperties,
  namedAddresses?: readonly string[],
): AccessCharacteristics {
  const { action, groups, accessControl } = properties;
  const control = readAccessControl(accessControl, namedAddresses);
  return {
    action: action === "connect" || action === "listen" ? action : "unknown",
    ...(isPresent(groups) && { groups: readNames(groups, "anything") }),
    ...(control && { accessControl: control }),
  };
}

function readAccessControl(value: StateValue, namedAddresses?: readonly string[]): AccessControl | undefined {
  if (!isPresent(value)) return undefined;
  if (typeof value !== "object" || Array.isArray(value)) return "unknown";
  const { groups, cloudAddresses } = value as StateProperties;
  return {
    groups: isPresent(groups) ? readNames(groups, "anything") : { known: [] },
    cloudAddresses: isPresent(cloudAddresses)
      ? readNames(cloudAddresses, namedAddresses ?? "anything")
      : { known: [] },
  };
}

function readNames(value: StateValue, unknown: "anything" | readonly string[]): NameList {
  if (!Array.isArray(value)) return { known: [], unknown: "anything" };
  const names = value as readonly StateValue[];
  const known = names.filter((name) => typeof name === "string");
  if (known.length === names.length) return { known };
  const isOnlyUnknown = names.every((name) => typeof name === "string" || name === unknownValue);
  return { known, unknown: isOnlyUnknown ? unknown : "anything" };
}

function isPresent(value: StateValue): boolean {
  return value !== undefined && value !== null;
}

/** Whether the program keeps a part of it secret, so that it cannot be told whom it admits. */
export function hasSecret(value: StateValue): boolean {
  if (value === hiddenSecret) return true;
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some(hasSecret);
}
