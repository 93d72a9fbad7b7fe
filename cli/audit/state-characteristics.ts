import type { AccessControl, Characteristics } from "../../client";
import type { CloudAddressResource } from "../stack/cloud-address-resource";
import type { StateProperties, StateValue } from "../stack/state-value";

/**
 * The characteristics that a state has of an address: those that were applied, or before there are any, those that were
 * to be. Undefined if they cannot be told, since some of it is secret.
 */
export function stateCharacteristics({ inputs, outputs }: CloudAddressResource): Characteristics | undefined {
  const { action, groups, accessControl } = outputs.action === undefined ? inputs : outputs;
  if (action === "connect") {
    const names = namesOf(groups);
    return names && { action, ...(names.length > 0 && { groups: names }) };
  }
  if (action !== "listen") return undefined;
  if (accessControl === undefined || accessControl === null) return { action };
  const control = accessControlOf(accessControl);
  return control && { action, accessControl: control };
}

function accessControlOf(value: StateValue): AccessControl | undefined {
  if (typeof value !== "object" || Array.isArray(value)) return undefined;
  const control = value as StateProperties;
  const groups = namesOf(control.groups);
  const cloudAddresses = namesOf(control.cloudAddresses);
  if (groups === undefined || cloudAddresses === undefined) return undefined;
  return { ...(groups.length > 0 && { groups }), ...(cloudAddresses.length > 0 && { cloudAddresses }) };
}

function namesOf(value: StateValue): readonly string[] | undefined {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return undefined;
  const names = value as readonly StateValue[];
  return names.every((name) => typeof name === "string") ? names : undefined;
}
