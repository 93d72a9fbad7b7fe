import { assertAccess, CloudAddress } from "pulumi-vnc-cloud";

assertAccess({
  never: { from: { group: "interns" }, to: { name: "pump-*" } },
  because: "interns work on the test bench only",
});
assertAccess({
  never: { from: {}, to: { name: "pump-*" }, except: { group: ["support", "on call"] } },
  because: "pumps are for support and whoever is on call",
});

const kim = new CloudAddress("viewer-kim", { action: "connect", groups: ["support"] });
const max = new CloudAddress("viewer-max", { action: "connect", groups: ["interns"] });

const pumps = ["north", "south"].map(
  (place) =>
    new CloudAddress(`pump-${place}`, {
      action: "listen",
      accessControl: { groups: ["support", "on call"] },
    }),
);
const testBench = new CloudAddress("test-bench", {
  action: "listen",
  accessControl: { groups: ["support", "interns"] },
});

export const viewers = { kim: kim.cloudAddress, max: max.cloudAddress };
export const servers = [...pumps, testBench].map((server) => server.cloudAddress);
