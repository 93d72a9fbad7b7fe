import { createRequire } from "node:module";
import type { CommandModule } from "./command-module";

interface CatalogueEntry {
  readonly name: string;
  readonly summary: string;
  /** The module of the command, from the folder of that name. */
  load(): CommandModule;
}

// require(), because it is loaded when asked for: import() of our own files would need the extension that they have
// after compilation, and tests run them before.
const requireModule = createRequire(__filename);

/**
 * Every command with what `vnc-cloud --help` says of it. A command's own module is loaded when its name is on the
 * command line, so that help and start stay fast however many commands there are.
 */
export const catalogue: readonly CatalogueEntry[] = [
  {
    name: "access",
    summary: "Show who can reach whom, and what access a change opens or closes",
    load: () => requireModule("../access/command") as CommandModule,
  },
  {
    name: "audit",
    summary: "Compare what the service has with what stacks know: orphans, drift, open listeners",
    load: () => requireModule("../audit/command") as CommandModule,
  },
  {
    name: "doctor",
    summary: "Check this machine's set-up, and say what to do about what is wrong",
    load: () => requireModule("../doctor/command") as CommandModule,
  },
  {
    name: "emulator",
    summary: "Run the VNC Cloud service on this machine, for trying out and for tests",
    load: () => requireModule("../emulator/command") as CommandModule,
  },
  {
    name: "get",
    summary: "Show one cloud address: its characteristics, ETag and readiness",
    load: () => requireModule("../get/command") as CommandModule,
  },
  {
    name: "import",
    summary: "Write the files that bring existing cloud addresses under Pulumi's management",
    load: () => requireModule("../import/command") as CommandModule,
  },
  {
    name: "list",
    summary: "List the cloud addresses of an account",
    load: () => requireModule("../list/command") as CommandModule,
  },
];
