import * as pulumi from "../pulumi/pulumi";
import { warnings } from "../../provider/check/warning";
import type { CloudAddressInputs } from "../../provider/cloud-address/inputs";
import { programConfiguration } from "../configuration/program-configuration";
import type { CloudAddressArgs } from "./arguments";

/** Warns, in the run's messages, of arguments that are allowed but probably not meant. */
export function warnAbout(resource: pulumi.Resource, name: string, args: CloudAddressArgs): void {
  const { action, groups, accessControl } = args;
  pulumi.output({ action, groups, accessControl }).apply((inputs) => {
    const policy = openListeners();
    for (const { kind, message } of warnings(inputs as Partial<CloudAddressInputs>)) {
      if (kind === "openListener" && policy !== "warn") continue;
      // With its name, for the displays that show a message apart from its resource.
      void pulumi.log.warn(`CloudAddress "${name}": ${message}`, resource);
    }
  });
}

function openListeners(): string {
  try {
    return programConfiguration().openListeners();
  } catch {
    // `check` reports the bad value on every resource.
    return "warn";
  }
}
