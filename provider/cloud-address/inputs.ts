import type { AccessControl, Action } from "../../client";

/** What to do when the service shows a version of the address that this provider did not write. */
export type OnExternalChange = "ignore" | "resetPassword";

/**
 * The checked inputs of a cloud address, as `check` returns them and the engine stores them. In a preview any of the
 * values, and any member of the lists, may be an unknown.
 */
export interface CloudAddressInputs {
  readonly action: Action;
  readonly groups?: readonly string[];
  readonly accessControl?: AccessControl;
  readonly passwordVersion?: string | number;
  readonly onExternalChange?: OnExternalChange;
  readonly adopt?: string;
  readonly readyTimeoutSeconds?: number;
  readonly account?: string;
  /**
   * What tells the resource from all others, in its ownership marker; the program adds it when markers are configured.
   * Not shown to people. (`__name` is a field of every Pulumi resource.)
   */
  readonly __owner?: string;
}

/** Every argument there is, in the order in which faults are reported. */
export const argumentNames = [
  "action",
  "groups",
  "accessControl",
  "passwordVersion",
  "onExternalChange",
  "adopt",
  "readyTimeoutSeconds",
  "account",
] as const satisfies readonly (keyof CloudAddressInputs)[];

/** How long after its creation an address may still be answered with 404 (A44). */
export const creationGraceSeconds = 30;

/** Seconds to wait for readiness after a write: 120 unless `readyTimeoutSeconds` says otherwise; 0 is no wait. */
export function readyTimeoutSecondsOf(inputs: CloudAddressInputs): number {
  return inputs.readyTimeoutSeconds ?? 120;
}

/** The arguments among the properties of `source`, without its outputs. */
export function argumentsOf(source: CloudAddressInputs): CloudAddressInputs {
  const present = Object.entries(source).filter(([name, value]) => isArgument(name) && value !== undefined);
  return Object.fromEntries(present) as unknown as CloudAddressInputs;
}

/** Whether a property is an argument, one that people see or not. */
export function isArgument(name: string): boolean {
  return name === "__owner" || argumentNames.some((known) => known === name);
}
