import { Command } from "commander";
import type { CommandContext } from "../command/command-module";
import { exitCodeHelp, ExitCode } from "../exit-code/exit-code";
import { accountOption, serviceVariablesHelp } from "../service/account-option";
import type { GetFlags } from "./flags";
import { runGet } from "./run";

const about = `
The password cannot be shown: the service tells it only when an address is created and when its password is reset.

JSON (--json):
  { "cloudAddress", "action", "groups"?, "accessControl"?, "etag"?, "changes" }
  changes is what the service says about readiness: "none" = ready, "pending" = not yet.
`;

const examples = `
Examples:
  vnc-cloud get ztgDAEjLLP4yHwHrdz9.ztgPXJMFsk1NiEGpbAx.livEXXxXXSrGS1urBF5.FCRPRHbrZPyfmS6Nt4M
  vnc-cloud get --json "$(pulumi stack output serverAddress)" | jq .accessControl
`;

/** `vnc-cloud get`. */
export function createCommand(context: CommandContext): Command {
  return new Command("get")
    .description("Show one cloud address: its characteristics, its ETag, and whether it is ready.")
    .argument("<address>", "the cloud address")
    .option("--json", "print JSON")
    .addOption(accountOption())
    .addHelpText(
      "after",
      about + serviceVariablesHelp + examples + exitCodeHelp(ExitCode.success, ExitCode.failure),
    )
    .action(async (cloudAddress: string, flags: GetFlags) => {
      await runGet(cloudAddress, flags, context);
    });
}
