import { CloudAddress } from "pulumi-vnc-cloud";

const viewer = new CloudAddress("viewer", { action: "connect", groups: ["support"] });

const server = new CloudAddress("server", { action: "listen", accessControl: { groups: ["support"] } });

export const viewerAddress = viewer.cloudAddress;
export const serverAddress = server.cloudAddress;
export const serverPassword = server.cloudPassword;
