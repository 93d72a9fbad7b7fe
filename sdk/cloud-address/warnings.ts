import * as pulumi from "../pulumi/pulumi";
import { warnings } from "../../provider/check/warning";
import type { CloudAddressInputs } from "../../provider/cloud-address/inputs";
import { programConfiguration } from "../configuration/program-configuration";
import type { CloudAddressArgs } from "./arguments";

/** Warns, in the run's messages, of arguments that are allowed but probably not meant. */
export function warnAbout(resource: pulumi.Resource, name: string, args: CloudAddressArgs): void {
  const { action, groups, accessControl } = args;
  const inputs = { action, groups, accessControl };
  const warn = (settled: unknown): void => {
    const policy = openListeners();
    for (const { kind, message } of warnings(settled as Partial<CloudAddressInputs>)) {
      if (kind === "openListener" && policy !== "warn") continue;
      // With its name, for the displays that show a message apart from its resource.
      void pulumi.log.warn(`CloudAddress "${name}": ${message}`, resource);
    }
  };
  if (holdsNoOutput(inputs)) warn(inputs);
  else pulumi.output(inputs).apply(warn);
}

/** Whether no output and no promise is in it: what is known already needs no output, which costs kilobytes each. */
function holdsNoOutput(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  return isPlain && Object.values(value).every(holdsNoOutput);
}

function openListeners(): string {
  try {
    return programConfiguration().openListeners();
  } catch {
    // `check` reports the bad value on every resource.
    return "warn";
  }
}
