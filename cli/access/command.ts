import { Command, Option } from "commander";
import type { CommandContext } from "../command/command-module";
import { exitCodeHelp, ExitCode } from "../exit-code/exit-code";
import { serviceVariablesHelp } from "../service/account-option";
import { repeatableOption } from "../command/repeatable-option";
import { createDiffCommand } from "./diff-command";
import { showAccess, type ShowOptions } from "./show";

const help = `
EXPORT is a file that "pulumi stack export" made, or - for standard input. Give the exports of all stacks whose
addresses may reach each other. Without one, the selected stack of the current directory is exported. Addresses are
given by cloud address, name, or a pattern of names such as "prod-*".

With --live the service is asked instead, one request for each address of the account: exports then only give the
addresses their names, and tell of those that belong to other API keys.

A listener without access control admits every connect address of its API key; one with access control admits the
members of its groups and the addresses that it names. Whether a group name means the same under another API key is
not documented by the service: it is counted as if it did, and --lint tells where that matters.

Examples:
  pulumi stack export | vnc-cloud access -
  vnc-cloud access viewers.json fleet-eu.json --to device-17
  vnc-cloud access --live viewers.json fleet-eu.json --lint
  vnc-cloud access --stack acme/viewers --stack acme/fleet-eu --html > access.html
  vnc-cloud access viewers.json fleet-eu.json --json | jq '.listeners[] | select(.open) | .name'
  vnc-cloud access diff fleet-eu.json preview.json --with viewers.json
`;

/** `vnc-cloud access`. */
export function createCommand(context: CommandContext): Command {
  return new Command("access")
    .description(
      "Show who can reach whom: which connect address may connect to which listen address, and why.",
    )
    .argument("[export...]", "exported states of stacks; - = standard input")
    .addOption(repeatableOption("-s, --stack <name>", "export this stack by running pulumi", "none"))
    .option("--live", "as the service has it now, whatever a state says")
    .addOption(repeatableOption("--account <name>", "with --live: of this named account", "the default one"))
    .option("--to <address>", "who can reach it")
    .option("--from <address>", "whom it can reach")
    .option("--groups", "each group with its members and the listeners that admit it")
    .option("--lint", "only what looks like a mistake")
    .option("--json", "for machines: { listeners: [{ cloudAddress, name, open, admits: [...] }] }")
    .addOption(new Option("--mermaid", "as a Mermaid flowchart").conflicts(["json", "html"]))
    .addOption(new Option("--html", "as one web page that needs no network").conflicts(["json", "mermaid"]))
    .addHelpText("after", help + serviceVariablesHelp + exitCodeHelp(ExitCode.success, ExitCode.failure))
    .addCommand(createDiffCommand(context))
    .enablePositionalOptions()
    .action((files: string[], options: ShowOptions) => showAccess(files, options, context));
}
