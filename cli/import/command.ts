import { Command } from "commander";
import type { CommandContext } from "../command/command-module";
import { repeatableOption } from "../command/repeatable-option";
import { exitCodeHelp, ExitCode } from "../exit-code/exit-code";
import { accountOption, serviceVariablesHelp } from "../service/account-option";
import type { ImportFlags } from "./flags";
import { defaultNameTemplate } from "./name-template";
import { runImport } from "./run";

const about = `
Writes two files: an import file for "pulumi import", and the TypeScript that declares the same addresses. The service
is only read, one request for each address; no password is reset. Then:

  pulumi import --file vnc-cloud-import.json --generate-code=false --yes
  (paste vnc-cloud-import.ts into the program, and keep "protect" as long as "pulumi destroy" must not delete them)
  pulumi preview

The preview shows no changes. "pulumi import" must be 3.254 or newer, and the program must have pulumi-vnc-cloud.

Names (--name-template): the service has no names for addresses, so they are made of what does not change:
  {action}   connect or listen
  {last}     the last of the parts of the address that dots separate
  {address}  the whole address
  {hash}     12 hexadecimal characters made of the address
  {group}    the first group by alphabet, of the address or of its access list; "ungrouped" without one
  {account}  what --account says; "default" without it
In their values, other characters than letters, digits, ".", "_" and "-" become "-". A template without {last}, {address}
and {hash} gets -{hash} at its end, so that the name of an address does not depend on which others there are.

Passwords (--passwords): the service never tells a password again. Whoever has them may hand them over, so that the
stack knows them, as JSON { "ADDRESS": "PASSWORD", ... } or as lines "ADDRESS PASSWORD". They stand in the import file
in plain text (it is readable by its owner only) and are encrypted by "pulumi import": delete the file afterwards.

What was read is kept in OUT.partial until the files are complete. After an interruption or a failure the same command
goes on from there. Passwords are never in it.

An ownership marker (vnc-cloud:ownershipGroup) is recorded, and not declared as a group.

JSON (--json):
  { "imported", "withPassword", "skipped": { "managed", "deleted" }, "importFile", "program" }
  the first four are numbers; the last two are the files that were written, or null if there was nothing to import.
`;

const examples = `
Examples:
  vnc-cloud import --all
  vnc-cloud import --all --exclude-managed dev.json --exclude-managed prod.json --name-template "{group}-{last}"
  vnc-cloud import ztgDAEjLLP4yHwHrdz9.ztgPXJMFsk1NiEGpbAx.livEXXxXXSrGS1urBF5.FCRPRHbrZPyfmS6Nt4M
  decrypt passwords.json.gpg | vnc-cloud import --all --passwords -
`;

/** `vnc-cloud import`. */
export function createCommand(context: CommandContext): Command {
  return new Command("import")
    .description("Write the files that bring existing cloud addresses under Pulumi's management.")
    .argument("[addresses...]", "the cloud addresses")
    .option("--all", "all cloud addresses of the account")
    .option("--out <file>", "the import file to write", "vnc-cloud-import.json")
    .option("--program <file>", "the TypeScript to write (default: the import file's name with .ts)")
    .option("--name-template <text>", "how the resources are named", defaultNameTemplate)
    .addOption(
      repeatableOption(
        "--exclude-managed <file>",
        'leave out what a stack manages already, by its "pulumi stack export"; - = standard input',
        "none",
      ),
    )
    .option("--passwords <file>", "passwords that you have; - = standard input")
    .option("--json", "print what was done as JSON")
    .addOption(accountOption())
    .addHelpText(
      "after",
      about + serviceVariablesHelp + examples + exitCodeHelp(ExitCode.success, ExitCode.failure),
    )
    .action((addresses: readonly string[], flags: ImportFlags) => runImport(addresses, flags, context));
}
