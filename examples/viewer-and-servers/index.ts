import { CloudAddress } from "pulumi-vnc-cloud";

// Technicians: one connect address each, in the groups of their roles.
const kim = new CloudAddress("viewer-kim", { action: "connect", groups: ["support", "on call"] });
const lee = new CloudAddress("viewer-lee", { action: "connect", groups: ["support"] });

// Kiosks: whoever is in support may connect.
const kiosks = ["lobby", "canteen"].map(
  (place) => new CloudAddress(`kiosk-${place}`, { action: "listen", accessControl: { groups: ["support"] } }),
);

// The pump admits only who is on call, and Lee by name: the reference makes Pulumi create Lee's address first.
const pump = new CloudAddress("pump", {
  action: "listen",
  accessControl: { groups: ["on call"], cloudAddresses: [lee.cloudAddress] },
});

export const viewers = { kim: kim.cloudAddress, lee: lee.cloudAddress };
export const servers = [...kiosks, pump].map((server) => server.cloudAddress);
export const pumpPassword = pump.cloudPassword;
