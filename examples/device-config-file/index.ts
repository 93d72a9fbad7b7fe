import { mkdirSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { DeviceFleet } from "pulumi-vnc-cloud";
import { writeSecretFile } from "./secret-file";

const folder = new pulumi.Config().get("folder") ?? "device-files";
const fleet = new DeviceFleet("kiosks", {
  devices: { "SN-0001": {}, "SN-0002": {} },
  accessControl: { groups: ["support"] },
});

mkdirSync(folder, { recursive: true, mode: 0o700 });
for (const [serialNumber, { cloudAddress, cloudPassword }] of Object.entries(fleet.devices)) {
  writeSecretFile(
    `${folder}/${serialNumber}.conf`,
    pulumi.interpolate`CloudAddress=${cloudAddress}\nCloudPassword=${cloudPassword}\n`,
  );
}

export const inventory = fleet.inventory;
