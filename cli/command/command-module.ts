import type { Command } from "commander";
import type { ExitCode } from "../exit-code/exit-code";
import type { Surroundings } from "./surroundings";

/** What a command is given when it is made. */
export interface CommandContext extends Surroundings {
  /** Says what the process shall exit with; without a call it is 0, after a thrown error 1. */
  exitWith(code: ExitCode): void;
}

/**
 * The file `command.ts` of a command's folder: it describes the command to commander, options and help text. It is
 * loaded only when its command is asked for, so it may import all that the command needs.
 */
export interface CommandModule {
  createCommand(context: CommandContext): Command;
}
