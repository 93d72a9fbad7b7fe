import * as pulumi from "@pulumi/pulumi";
import { CloudAddress, type CloudAddressArgs } from "pulumi-vnc-cloud";
import { PreconditionFailedError, VncCloudClient, type CloudAddressDetails } from "pulumi-vnc-cloud/client";
import { startEmulator, type Emulator } from "pulumi-vnc-cloud/emulator";
import { handler, providerText } from "pulumi-vnc-cloud/provider";

const configuration = new pulumi.Config();

export const viewer = new CloudAddress("viewer", {
  action: "connect",
  groups: ["support", configuration.require("team")],
  passwordVersion: 1,
});
export const server = new CloudAddress(
  "server",
  {
    action: "listen",
    accessControl: { groups: pulumi.output(["support"]), cloudAddresses: [viewer.cloudAddress, viewer.id] },
    passwordVersion: pulumi.output("2026-01"),
    onExternalChange: "resetPassword",
    readyTimeoutSeconds: 0,
    account: configuration.require("account"),
  },
  { protect: true, deleteBeforeReplace: true },
);
export const open = new CloudAddress("open", { action: "listen" });

export const address: pulumi.Output<string> = server.cloudAddress;
export const password: pulumi.Output<string | undefined> = server.cloudPassword;

/** Arguments that depend on a value of the program. */
export function argumentsFor(listens: boolean): CloudAddressArgs {
  return listens ? { action: "listen" } : { action: "connect", groups: [] };
}

export async function rename(client: VncCloudClient, cloudAddress: string): Promise<string | undefined> {
  const { characteristics, etag }: CloudAddressDetails = await client.getCloudAddress(cloudAddress);
  if (characteristics.action === "listen") return characteristics.accessControl?.groups?.[0];
  try {
    await client.changeCloudAddress(
      cloudAddress,
      { action: "connect", groups: ["sales"] },
      { ifMatch: etag },
    );
  } catch (error) {
    if (error instanceof PreconditionFailedError) return undefined;
    throw error;
  }
  return characteristics.groups?.[0];
}

export async function emulate(): Promise<number> {
  const emulator: Emulator = await startEmulator({
    port: 0,
    accounts: [{ apiKey: "key", apiSecret: "secret" }],
  });
  const client = new VncCloudClient({ apiKey: "key", apiSecret: "secret", endpoint: emulator.endpoint });
  const addresses: string[] = [];
  for await (const cloudAddress of client.listCloudAddresses()) addresses.push(cloudAddress);
  await emulator.close();
  return addresses.length + providerText.length + Object.keys(handler()).length;
}
