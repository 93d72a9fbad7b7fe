"use strict";
const { CloudAddress } = require("pulumi-vnc-cloud");

const viewer = new CloudAddress("viewer", { action: "connect", groups: ["support"] });
const server = new CloudAddress("server", {
  action: "listen",
  accessControl: { groups: ["support"], cloudAddresses: [viewer.cloudAddress] },
  passwordVersion: 1,
});

exports.viewerAddress = viewer.cloudAddress;
exports.serverAddress = server.cloudAddress;
exports.serverPassword = server.cloudPassword;
