import { Command } from "commander";
import type { CommandContext } from "../command/command-module";
import { exitCodeHelp, ExitCode } from "../exit-code/exit-code";
import { accountOption, serviceVariablesHelp } from "../service/account-option";
import type { ListFlags } from "./flags";
import { runList } from "./run";

const about = `
Addresses are printed as they arrive, in the service's own order. The service lists names only; with --details each
address costs one more request. While addresses are being created or deleted an absence proves nothing: only
"vnc-cloud get" tells whether an address exists.

JSON (--json):
  { "cloudAddresses": ["...", ...] }
  { "cloudAddresses": [{ "cloudAddress", "action", "groups"?, "accessControl"?, "etag"? }, ...] }   with --details
  accessControl is { "groups"?, "cloudAddresses"? }; a listen address without it admits every connect address of
  the API key. If the command fails on the way, what it printed is no complete JSON, and the exit code is 1.
`;

const examples = `
Examples:
  vnc-cloud list
  vnc-cloud list --details --account production
  vnc-cloud list --details --json | jq -r '.cloudAddresses[] | select(.action == "listen") | .cloudAddress'
`;

/** `vnc-cloud list`. */
export function createCommand(context: CommandContext): Command {
  return new Command("list")
    .description("List the cloud addresses of an account.")
    .option("--details", "show the characteristics and the ETag of each address as well")
    .option("--json", "print JSON, one address on each line")
    .addOption(accountOption())
    .addHelpText(
      "after",
      about + serviceVariablesHelp + examples + exitCodeHelp(ExitCode.success, ExitCode.failure),
    )
    .action(async (flags: ListFlags) => {
      await runList(flags, context);
    });
}
