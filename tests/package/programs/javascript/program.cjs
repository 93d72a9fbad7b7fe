const { CloudAddress } = require("pulumi-vnc-cloud");
const { NotFoundError, VncCloudClient } = require("pulumi-vnc-cloud/client");
const { startEmulator } = require("pulumi-vnc-cloud/emulator");
const { handler } = require("pulumi-vnc-cloud/provider");
const { steps } = require("./steps.cjs");

void steps({ CloudAddress, NotFoundError, VncCloudClient, startEmulator, handler });
