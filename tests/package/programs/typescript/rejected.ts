import { CloudAddress } from "pulumi-vnc-cloud";
import { VncCloudClient } from "pulumi-vnc-cloud/client";
import { startEmulator } from "pulumi-vnc-cloud/emulator";

// Each line after a directive must be a compile error; one that is none makes the directive itself an error.

// @ts-expect-error: groups are for connect addresses
new CloudAddress("a", { action: "listen", groups: ["support"] });
// @ts-expect-error: access control is for listen addresses
new CloudAddress("b", { action: "connect", accessControl: { groups: ["support"] } });
// @ts-expect-error: the action is required
new CloudAddress("c", { groups: ["support"] });
// @ts-expect-error: there are two actions
new CloudAddress("d", { action: "accept" });
// @ts-expect-error: a misspelt argument
new CloudAddress("e", { action: "connect", group: ["support"] });
// @ts-expect-error: a misspelt list of the access control
new CloudAddress("f", { action: "listen", accessControl: { addresses: ["x"] } });
// @ts-expect-error: the password is chosen by the service
new CloudAddress("g", { action: "connect", cloudPassword: "secret" });
// @ts-expect-error: groups are names
new CloudAddress("h", { action: "connect", groups: [1] });
// @ts-expect-error: there are two reactions
new CloudAddress("i", { action: "connect", onExternalChange: "reset" });
// @ts-expect-error: outputs cannot be set
new CloudAddress("j", { action: "connect" }).etag = undefined;

const client = new VncCloudClient({ apiKey: "key", apiSecret: "secret" });
// @ts-expect-error: groups are for connect addresses
void client.createCloudAddress({ action: "listen", groups: ["support"] });
// @ts-expect-error: a write says which version it is about, or that it does not matter
void client.deleteCloudAddress("x", {});
// @ts-expect-error: a key without its secret
new VncCloudClient({ apiKey: "key" });
// @ts-expect-error: a port is a number
void startEmulator({ port: "8080" });
