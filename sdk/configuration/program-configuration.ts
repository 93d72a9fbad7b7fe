import * as pulumi from "@pulumi/pulumi";
import { Configuration } from "../../provider/configuration/configuration";

/** The configuration as the running program sees it: the environment, then the stack configuration. */
export function programConfiguration(): Configuration {
  // Not `pulumi.Config`: it warns of every secret that is read, and these stay in this process.
  return new Configuration({ get: (key) => pulumi.runtime.getConfig(key) });
}
