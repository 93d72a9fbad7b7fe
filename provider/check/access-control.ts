import { isUnknown } from "../cloud-address/unknown";
import { cloudAddressFault } from "./cloud-address";
import { reasonWithCode } from "./fault";
import { groupFault } from "./group";
import { listFaults } from "./list";
import { unknownNameFault } from "./unknown-name";

const members = ["groups", "cloudAddresses"] as const;

/** Every fault of an access control list (rules 17, 28, 29; errors 1004, 1005, 1006, 1008). */
export function accessControlFaults(value: unknown, reservedGroup?: string): string[] {
  if (value === undefined || isUnknown(value)) return [];
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return ["accessControl must be an object with groups, cloudAddresses or both."];
  }
  const accessControl = value as Record<string, unknown>;
  const unknownNames = Object.keys(accessControl).filter(
    (name) => !members.some((member) => member === name),
  );
  const faults = unknownNames.map((name) => unknownNameFault(`accessControl.${name}`, name, members));
  if (Object.keys(accessControl).length === 0) {
    return [
      reasonWithCode(
        1008,
        "accessControl names neither groups nor cloudAddresses: name some, or leave it out to admit every connect address of the API key",
      ),
    ];
  }
  return [
    ...faults,
    ...listFaults(accessControl.groups, {
      path: "accessControl.groups",
      maximum: 24,
      reservedGroup,
      faultOf: groupFault,
    }),
    ...listFaults(accessControl.cloudAddresses, {
      path: "accessControl.cloudAddresses",
      maximum: 8,
      faultOf: cloudAddressFault,
    }),
  ];
}
