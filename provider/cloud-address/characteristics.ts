import type { Characteristics } from "../../client";
import type { CloudAddressInputs } from "./inputs";

/** What the service stores of the arguments: the action, and the groups or the access control that go with it. */
export function characteristicsOf(inputs: CloudAddressInputs): Characteristics {
  if (inputs.action === "connect") {
    return { action: "connect", ...(inputs.groups !== undefined && { groups: inputs.groups }) };
  }
  return {
    action: "listen",
    ...(inputs.accessControl !== undefined && { accessControl: inputs.accessControl }),
  };
}

/** The arguments with their characteristics replaced by those of the service. */
export function withCharacteristics<Properties extends CloudAddressInputs>(
  properties: Properties,
  characteristics: Characteristics,
): Properties {
  const { groups: _groups, accessControl: _accessControl, ...rest } = properties;
  return { ...rest, ...characteristics } as unknown as Properties;
}
