import * as pulumi from "@pulumi/pulumi";
import { CloudAddress } from "pulumi-vnc-cloud";

// The stack that has the viewers, with its owner and project: organization/vnc-cloud-viewers/dev in a backend of files.
const other = new pulumi.StackReference(new pulumi.Config().require("viewers"));
const viewers = other.requireOutput("viewers") as pulumi.Output<string[]>;

const pump = new CloudAddress("pump", { action: "listen", accessControl: { cloudAddresses: viewers } });

// What Kim's viewer needs to call the pump. A secret, because part of it is.
export const callPump = pulumi
  .all([other.requireOutput("credentials"), pump.cloudAddress])
  .apply(([{ kim }, peer]: [{ kim: object }, string]) => ({ ...kim, peer }));
