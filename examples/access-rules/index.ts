import { assertAccess, CloudAddress, DeviceFleet } from "pulumi-vnc-cloud";

assertAccess({
  never: { from: { group: "interns" }, to: { collection: "pumps" } },
  because: "interns work on the test bench only",
});
assertAccess({
  never: { from: {}, to: { collection: "pumps" }, except: { group: ["support", "on call"] } },
  because: "pumps are for support and whoever is on call",
});

new CloudAddress("viewer-kim", { action: "connect", groups: ["support"] });
new CloudAddress("viewer-max", { action: "connect", groups: ["interns"] });

const pumps = new DeviceFleet("pumps", {
  accessControl: { groups: ["support", "on call"] },
  devices: { north: {}, south: {} },
});
const testBench = new CloudAddress("test-bench", {
  action: "listen",
  accessControl: { groups: ["support", "interns"] },
});

export const inventory = pumps.inventory;
export const bench = testBench.cloudAddress;
