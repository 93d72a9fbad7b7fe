import type { Characteristics } from "../addresses/characteristics";
import type { Quirks } from "../quirks/quirks";
import type { ErrorCode } from "./error-code";

interface CodedRule {
  code: ErrorCode;
  isBroken(characteristics: Characteristics, quirks: Quirks): boolean;
}

const actions = ["connect", "listen"];
const largestGroupName = 256;

/** The rules 25 to 30 in the order in which they are tried: of several faults the first is reported (A19). */
const codedRules: readonly CodedRule[] = [
  {
    // Rule 25; two entries: A11.
    code: 1003,
    isBroken: ({ allowedActions }, quirks) =>
      !allowedActions.every((action) => actions.includes(action)) ||
      (allowedActions.length > 1 && !quirks.acceptSeveralActions),
  },
  {
    // Rule 27; with an empty list beside a full one: A13.
    code: 1005,
    isBroken: ({ allowedActions, groups, accessControl }) =>
      [allowedActions, groups, accessControl?.groups, accessControl?.cloudAddresses].some(
        (list) => list?.length === 0,
      ),
  },
  {
    // Rule 30.
    code: 1009,
    isBroken: ({ allowedActions, groups, accessControl }) =>
      (accessControl !== undefined && !allowedActions.includes("listen")) ||
      (groups !== undefined && !allowedActions.includes("connect")),
  },
  {
    // Rule 29.
    code: 1008,
    isBroken: ({ accessControl }) =>
      accessControl !== undefined &&
      accessControl.groups === undefined &&
      accessControl.cloudAddresses === undefined,
  },
  {
    // Rule 26.
    code: 1004,
    isBroken: ({ groups, accessControl }) =>
      isLonger(groups, 16) ||
      isLonger(accessControl?.groups, 24) ||
      isLonger(accessControl?.cloudAddresses, 8),
  },
  {
    // Rule 28.
    code: 1006,
    isBroken: ({ groups = [], accessControl }, quirks) =>
      [...groups, ...(accessControl?.groups ?? [])].some(
        (name) => name === "" || lengthOf(name, quirks.groupNameUnit) > largestGroupName,
      ),
  },
];

/** The error code that characteristics earn, or undefined when they keep all rules. */
export function findErrorCode(characteristics: Characteristics, quirks: Quirks): ErrorCode | undefined {
  return codedRules.find((rule) => rule.isBroken(characteristics, quirks))?.code;
}

function isLonger(list: readonly string[] | undefined, limit: number): boolean {
  return list !== undefined && list.length > limit;
}

/** A15: the documentation says "UTF-8 characters" once and "characters" once. */
function lengthOf(name: string, unit: Quirks["groupNameUnit"]): number {
  switch (unit) {
    case "codePoints":
      return [...name].length;
    case "bytes":
      return Buffer.byteLength(name);
    case "utf16Units":
      return name.length;
  }
}
