import { CloudAddress } from "pulumi-vnc-cloud";
import { NotFoundError, VncCloudClient } from "pulumi-vnc-cloud/client";
import { startEmulator } from "pulumi-vnc-cloud/emulator";
import { handler } from "pulumi-vnc-cloud/provider";
import { steps } from "./steps.cjs";

await steps({ CloudAddress, NotFoundError, VncCloudClient, startEmulator, handler });
