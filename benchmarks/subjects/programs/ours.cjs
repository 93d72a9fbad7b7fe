"use strict";
const { CloudAddress } = require("pulumi-vnc-cloud");
const { count, group, passwordVersion } = require("./plan.cjs");

for (let index = 0; index < count; index += 1) {
  new CloudAddress(`device-${index}`, {
    action: "listen",
    accessControl: { groups: [group] },
    passwordVersion,
  });
}
