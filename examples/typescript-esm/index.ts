import { readFile } from "node:fs/promises";
import { CloudAddress } from "pulumi-vnc-cloud";

// Technicians and the groups of their roles.
const file = new URL("technicians.json", import.meta.url);
const technicians = JSON.parse(await readFile(file, "utf8")) as Record<string, string[]>;

const viewers = Object.entries(technicians).map(
  ([name, groups]) => [name, new CloudAddress(`viewer-${name}`, { action: "connect", groups })] as const,
);

const server = new CloudAddress("server", { action: "listen", accessControl: { groups: ["support"] } });

export const viewerAddresses = Object.fromEntries(
  viewers.map(([name, viewer]) => [name, viewer.cloudAddress]),
);
export const serverAddress = server.cloudAddress;
export const serverPassword = server.cloudPassword;
