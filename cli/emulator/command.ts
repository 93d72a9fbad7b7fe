import { Command, Option } from "commander";
import type { CommandContext } from "../command/command-module";
import { exitCodeHelp, ExitCode } from "../exit-code/exit-code";
import type { EmulatorFlags } from "./flags";
import { runEmulator } from "./run";

const variables = `
Each option can be given by its environment variable; the option wins. VNC_CLOUD_EMULATOR_ACCOUNTS and
VNC_CLOUD_EMULATOR_QUIRKS take several values, separated by spaces. Prefer the variable to --account where others can
see the arguments of your processes.

The first line on standard output is "listening on http://127.0.0.1:PORT/cloud/1.1". SIGINT (Ctrl+C) and SIGTERM stop
it cleanly.

Examples:
  vnc-cloud emulator --port 8080
  vnc-cloud emulator --account key1:secret1 --account key2:secret2 --data emulator.json
  vnc-cloud emulator --readiness polls:3 --quirk etag=weak --quirk nullMeansAbsent
`;

/** `vnc-cloud emulator`. */
export function createCommand(context: CommandContext): Command {
  const command = new Command("emulator")
    .description("Run the VNC Cloud service on this machine, for trying out and for tests.")
    .addOption(variableOption("--port <number>", "PORT", "TCP port; 0 = a free one").default("0"))
    .addOption(
      variableOption("--host <address>", "HOST", "interface to listen on").default(
        "127.0.0.1",
        "this machine only",
      ),
    )
    .addOption(
      variableOption("--account <key:secret>", "ACCOUNTS", "an API key it knows, with its secret; repeatable")
        .argParser(collect)
        .default([], "emulator:emulator"),
    )
    .addOption(variableOption("--data <file>", "DATA", "keep the addresses in this file, passwords included"))
    .addOption(
      variableOption(
        "--readiness <mode>",
        "READINESS",
        "when a written address is ready: immediate, polls:N, delay:MILLISECONDS, manual",
      ).default("immediate"),
    )
    .addOption(
      variableOption("--quirk <name[=value]>", "QUIRKS", "a switch of the service's behaviour; repeatable")
        .argParser(collect)
        .default([], "none"),
    )
    .addOption(variableOption("--latency <milliseconds>", "LATENCY", "pause before each answer").default("0"))
    .addOption(
      variableOption("--journal-limit <number>", "JOURNAL_LIMIT", "requests that the journal keeps").default(
        "10000",
      ),
    )
    .addOption(
      variableOption(
        "--api-key-pattern <expression>",
        "API_KEY_PATTERN",
        "keys that do not match are answered with 403",
      ),
    )
    .addHelpText("after", variables + exitCodeHelp(ExitCode.success, ExitCode.failure));
  return command.action(async (flags: EmulatorFlags) => {
    await runEmulator(splitVariables(flags, command), context);
  });
}

function variableOption(flag: string, variable: string, description: string): Option {
  return new Option(flag, description).env(`VNC_CLOUD_EMULATOR_${variable}`);
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

/** A variable holds all values of a repeatable option in one text. */
function splitVariables(flags: EmulatorFlags, command: Command): EmulatorFlags {
  const values = (name: "account" | "quirk") =>
    command.getOptionValueSource(name) === "env"
      ? flags[name].flatMap((value) => value.split(/\s+/).filter((part) => part !== ""))
      : flags[name];
  return { ...flags, account: values("account"), quirk: values("quirk") };
}
