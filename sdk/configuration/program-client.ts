import type { VncCloudClient } from "../../client";
import { programConfiguration } from "./program-configuration";

const clients = new Map<string | undefined, VncCloudClient>();

/**
 * The client of an account for the running program. It is loaded when it is first needed: most programs only declare,
 * and should not wait for it.
 *
 * @throws ConfigurationError
 */
export async function programClient(account: string | undefined): Promise<VncCloudClient> {
  const existing = clients.get(account);
  if (existing !== undefined) return existing;
  const configuration = programConfiguration().account(account);
  const { VncCloudClient } = await import("../../client/index.js");
  const client = clients.get(account) ?? new VncCloudClient(configuration);
  clients.set(account, client);
  return client;
}
