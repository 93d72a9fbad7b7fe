import type { VncCloudClient } from "../../client";
import { programConfiguration } from "./program-configuration";

/** By what they are configured with: the Automation API runs programs of several stacks in one process. */
const clients = new Map<string, VncCloudClient>();

/**
 * The client of an account for the running program. It is loaded when it is first needed: most programs only declare,
 * and should not wait for it.
 *
 * @throws ConfigurationError
 */
export async function programClient(account: string | undefined): Promise<VncCloudClient> {
  const configuration = programConfiguration().account(account);
  const key = JSON.stringify(configuration);
  const existing = clients.get(key);
  if (existing !== undefined) return existing;
  const { VncCloudClient } = await import("../../client/index.js");
  const client = clients.get(key) ?? new VncCloudClient(configuration);
  clients.set(key, client);
  return client;
}
