import { Command } from "commander";
import { exitCodeHelp, ExitCode } from "../exit-code/exit-code";
import { catalogue } from "./catalogue";
import type { CommandContext } from "./command-module";
import { packageVersion } from "./package-version";

/**
 * Makes `vnc-cloud` for one command line: the commands it names in full, of the others the name and summary only.
 * @param words The arguments, without `node` and the script.
 */
export function createProgram(words: readonly string[], context: CommandContext): Command {
  const program = new Command("vnc-cloud")
    .description("Work with RealVNC VNC Cloud addresses that Pulumi manages")
    .version(packageVersion(), "-V, --version", "Print the version")
    .helpOption("-h, --help", "Print this help")
    .helpCommand("help [command]", "Print the help of a command")
    .addHelpText("after", exitCodeHelp(...Object.values(ExitCode)))
    .showHelpAfterError("(run it with --help to see what it takes)")
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.output.write(text),
      writeErr: (text) => context.errors.write(text),
      getOutHelpWidth: () => context.output.columns ?? 80,
      getErrHelpWidth: () => context.errors.columns ?? 80,
    });
  for (const entry of catalogue) {
    const command = words.includes(entry.name)
      ? entry.load().createCommand(context)
      : new Command(entry.name);
    program.addCommand(command.summary(entry.summary));
  }
  inheritSettings(program);
  return program;
}

function inheritSettings(parent: Command): void {
  for (const command of parent.commands) inheritSettings(command.copyInheritedSettings(parent));
}
