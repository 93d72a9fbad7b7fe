import * as pulumi from "@pulumi/pulumi";
import { CloudAddress } from "pulumi-vnc-cloud";

const config = new pulumi.Config();
// Which addresses of the kiosk exist: ["blue"], during a rotation ["blue", "green"], after it ["green"].
const colours = config.getObject<string[]>("colours") ?? ["blue"];
// Which of them viewers call.
const live = config.get("live") ?? "blue";

const kiosk = new Map(
  colours.map((colour) => [
    colour,
    new CloudAddress(`kiosk-${colour}`, { action: "listen", accessControl: { groups: ["support"] } }),
  ]),
);
const called = kiosk.get(live);
if (called === undefined)
  throw new Error(`"live" is "${live}", which is none of the colours ${colours.join(", ")}.`);

// What viewers read to call the kiosk.
export const addressBook = { kiosk: called.cloudAddress };
// What the device is given; it listens on both while there are two.
export const handOver = pulumi.secret(
  Object.fromEntries(
    [...kiosk].map(([colour, { cloudAddress, cloudPassword }]) => [colour, { cloudAddress, cloudPassword }]),
  ),
);
