import { Command } from "commander";
import type { CommandContext } from "../command/command-module";
import { repeatableOption } from "../command/repeatable-option";
import { exitCodeHelp, ExitCode } from "../exit-code/exit-code";
import { serviceVariablesHelp } from "../service/account-option";
import type { AuditFlags } from "./flags";
import { runAudit } from "./run";

const about = `
STATE is a file that "pulumi stack export" made, or - for standard input. Give the states of ALL stacks that use the
API key: an address that only some other stack has looks like an orphan. Without one, the selected stack of the current
directory is exported. Its interrupted operations (a run that was killed) are taken into account.

The service is only read, unless --delete-orphans is given: one request for each address and one for 99 in the list.
Wait for a running "pulumi up" to end first: what it has created and not yet recorded looks like an orphan.

Findings:
  orphan              exists, and no given state has it. Its ownership marker (vnc-cloud:ownershipGroup) or an
                      interrupted create tells which resource it was made for. Import it, adopt it, or delete it.
  missing             a state has it, and the service does not: "pulumi up --refresh" makes a new one.
  drift               its characteristics are not those of the state: "pulumi preview --refresh --diff" shows it.
  open-listener       a listen address without access control: every connect address of the API key may connect.
  dangling-reference  its access list names an address that does not exist.
  external-write      it is as the state has it, but somebody else wrote the version that it has: its password may have
                      been reset. A new passwordVersion resets it.

A missing answer proves nothing, so whatever is not in the list is asked for before it is called missing. Addresses of
another API key than those audited are never called missing: a warning says how many could not be compared, and the exit
code is 1 instead of 0.

Without --account, the accounts are those that the states name, or the default one if they name none.

--delete-orphans asks first. Each orphan is deleted only if it still is the version that was judged (If-Match). Never
deleted are addresses that a given state has, those marked by a stack whose state was not given, and, with --yes, any if
the states have no cloud address at all. An orphan that was deleted stays in the report, but not in the exit code.

JSON (--json):
  { "findings": [{ "kind", "cloudAddress", "resource"?, "detail" }, ...] }
  resource is the URN of the resource that has the address, or that an orphan was made for.
`;

const examples = `
Examples:
  vnc-cloud audit
  vnc-cloud audit --stack acme/fleet/prod --stack acme/viewers/prod
  pulumi stack export | vnc-cloud audit - --json | jq -r '.findings[] | select(.kind == "orphan") | .cloudAddress'
  vnc-cloud audit dev.json prod.json --account sandbox --account production
  vnc-cloud audit dev.json prod.json --delete-orphans
`;

const moreVariables = `\
  VNC_CLOUD_OPEN_LISTENERS
      "allow" = open listeners are no findings.
  VNC_CLOUD_OWNERSHIP_GROUP
      What the stacks mark their addresses with. What the states show of it need not be given.
`;

/** `vnc-cloud audit`. */
export function createCommand(context: CommandContext): Command {
  return new Command("audit")
    .description(
      "Compare the cloud addresses that the service has with those that the states of stacks have.",
    )
    .argument("[state...]", "exported states of stacks; - = standard input")
    .addOption(
      repeatableOption(
        "-s, --stack <name>",
        "export this stack by running pulumi",
        "without files, the selected one",
      ),
    )
    .addOption(repeatableOption("--account <name>", "audit this named account", "those that the states name"))
    .option("--delete-orphans", "delete the orphans, after a question")
    .option("--yes", "delete without a question")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      about +
        serviceVariablesHelp +
        moreVariables +
        examples +
        exitCodeHelp(ExitCode.success, ExitCode.failure, ExitCode.findings),
    )
    .action((files: readonly string[], flags: AuditFlags) => runAudit(files, flags, context));
}
