import { readFileSync } from "node:fs";
import { DeviceFleet, type DeviceArgs } from "pulumi-vnc-cloud";

// The inventory is a file, so that a build of devices can add to it without touching this program.
const devices = JSON.parse(readFileSync("devices.json", "utf8")) as Record<string, DeviceArgs>;

const fleet = new DeviceFleet("kiosks", {
  devices,
  accessControl: { groups: ["support"] },
  // Rotation in waves: first the canaries; when they are well, the rest.
  cohorts: { canary: { passwordVersion: 1 }, rest: { passwordVersion: 1 } },
});

export const inventory = fleet.inventory; // serial number to cloud address
export const credentials = fleet.credentials; // the same with passwords, a secret
