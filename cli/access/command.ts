import { Command } from "commander";
import type { CommandContext } from "../command/command-module";

export function createCommand(_context: CommandContext): Command {
  return new Command("access").addHelpText("after", "\nExamples:\n\nExit codes:");
}
