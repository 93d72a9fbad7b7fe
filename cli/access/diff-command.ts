import { Command, Option } from "commander";
import type { CommandContext } from "../command/command-module";
import { exitCodeHelp, ExitCode } from "../exit-code/exit-code";
import { repeatableOption } from "../command/repeatable-option";
import { showDifference, type DifferenceOptions } from "./show-difference";

const help = `
BEFORE and AFTER are files; - stands for standard input. BEFORE is an exported state ("pulumi stack export"). AFTER is
  - another exported state, or
  - what "pulumi preview --json" printed, or
  - the log of a preview's engine events (one JSON object a line).
With one file, a preview, the state is exported live from the preview's stack (or from --stack).

Addresses of other stacks that take part, but do not change, come in by --with: a preview of the viewers' stack alone
cannot tell which devices their new group opens.

What a preview does not know yet is never dropped: it stands under "may open", and --fail-on-widening counts it. An
address that is only to be created has its URN in place of the cloud address.

Examples:
  pulumi preview --json | vnc-cloud access diff -
  vnc-cloud access diff state.json preview.json --with viewers.json --fail-on-widening
  vnc-cloud access diff state.json preview.json --markdown > comment.md
  vnc-cloud access diff last-week.json today.json --json
`;

/** `vnc-cloud access diff`. */
export function createDiffCommand(context: CommandContext): Command {
  return new Command("diff")
    .summary("show what access a change opens and closes")
    .description("Show what access a change opens and what it closes.")
    .argument("<before>", "exported state before the change; or the preview, if it is the only file")
    .argument("[after]", "preview, event log, or exported state after the change")
    .addOption(
      repeatableOption("-w, --with <export>", "exported state of another stack that takes part", "none"),
    )
    .option("-s, --stack <name>", "the stack to export when only a preview is given")
    .option("--fail-on-widening", "exit with 3 if access opens, or may open")
    .option("--json", "for machines: { opened: [{ from, to, via }], closed: [...], unknown: [...] }")
    .addOption(new Option("--markdown", "for the comment of a pull request").conflicts("json"))
    .addHelpText("after", help + exitCodeHelp(ExitCode.success, ExitCode.failure, ExitCode.widening))
    .action(async (before: string, after: string | undefined, options: DifferenceOptions) => {
      context.exitWith(
        await showDifference(after === undefined ? [before] : [before, after], options, context),
      );
    });
}
