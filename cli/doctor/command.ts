import { Command } from "commander";
import type { CommandContext } from "../command/command-module";
import { exitCodeHelp, ExitCode } from "../exit-code/exit-code";
import { accountOption, variablesHelp } from "../service/account-option";
import type { DoctorFlags } from "./flags";
import { runDoctor } from "./run";

const about = `
Run it in the folder of the Pulumi program. It changes nothing.

Checks:
  node         Node.js is new enough.
  pulumi-sdk   @pulumi/pulumi is found from this folder, and fits to pulumi-vnc-cloud and to Node.js.
  package      pulumi-vnc-cloud is a dependency of the program itself, and is installed.
  pulumi-cli   The pulumi command is there, and new enough for import files (3.254).
  endpoint     The service answers a request without credentials: name, network, proxy, TLS certificate.
  clock        This machine's clock is within a minute of the service's.
  credentials  The service takes API key and secret: one request. It says which variable or configuration key each
               came from.

As for a Pulumi program, but unlike the other commands, credentials that are not in the environment are looked for in
the configuration of the stack ("pulumi config"). None is ever printed.

JSON (--json):
  { "checks": [{ "check", "result", "detail", "advice"? }, ...] }
  result is "ok", "note" (it works, with a limit), "wrong" or "unknown" (could not be told).
`;

const examples = `
Examples:
  vnc-cloud doctor
  vnc-cloud doctor --stack acme/fleet/prod --account production
  vnc-cloud doctor --json | jq '.checks[] | select(.result != "ok")'
`;

/** `vnc-cloud doctor`. */
export function createCommand(context: CommandContext): Command {
  return new Command("doctor")
    .description("Check this machine's set-up, and say what is wrong and what to do about it.")
    .option("-s, --stack <name>", "the stack whose configuration counts (default: the selected one)")
    .addOption(accountOption())
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      about +
        variablesHelp("They win over the configuration of the stack.") +
        examples +
        exitCodeHelp(ExitCode.success, ExitCode.failure, ExitCode.findings),
    )
    .action((flags: DoctorFlags) => runDoctor(flags, context));
}
