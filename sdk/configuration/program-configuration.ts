import * as pulumi from "../pulumi/pulumi";
import { Configuration } from "../../provider/configuration/configuration";

/** The configuration as the running program sees it: the environment, then the stack configuration. */
export function programConfiguration(): Configuration {
  // Not `pulumi.Config`: it warns of every secret that is read, and these stay in this process.
  return new Configuration({ get: (key) => pulumi.getConfig(key) });
}

/** Whether addresses are marked as made by this stack, for which the provider needs the resources' names. */
export function hasOwnershipMarkers(): boolean {
  try {
    return programConfiguration().ownershipGroup() !== undefined;
  } catch {
    // `check` reports the bad value on every resource.
    return false;
  }
}
