import type { CommandModule } from "./command-module";

interface CatalogueEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<CommandModule>;
}

/**
 * Every command with what `vnc-cloud --help` says of it. A command's own module is loaded when its name is on the
 * command line, so that help and start stay fast however many commands there are.
 */
export const catalogue: readonly CatalogueEntry[] = [
  {
    name: "access",
    summary: "Show who can reach whom, and what access a change opens or closes",
    load: () => import("../access/command.js"),
  },
];
