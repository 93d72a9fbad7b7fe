import { compareAccess } from "../../access/index";
import type { Surroundings } from "../command/surroundings";
import { ExitCode } from "../exit-code/exit-code";
import { styler } from "../output/colour";
import { writeAll } from "../output/write";
import { readChange } from "./change/read-change";
import { differenceJson } from "./view/difference-json";
import { differenceMarkdown } from "./view/difference-markdown";
import { summariseDifference } from "./view/difference-summary";
import { differenceText } from "./view/difference-text";

/** The options of `vnc-cloud access diff`. */
export interface DifferenceOptions {
  readonly with: readonly string[];
  readonly stack?: string;
  readonly failOnWidening?: boolean;
  readonly json?: boolean;
  readonly markdown?: boolean;
}

/** Shows what access a change opens and closes. */
export async function showDifference(
  files: readonly string[],
  options: DifferenceOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const sources = { files, others: options.with, stack: options.stack };
  const change = await readChange(sources, surroundings);
  const difference = compareAccess(change.before, change.after);
  const told = summariseDifference(difference);
  const summary = { ...told, notes: [...change.notes, ...told.notes] };
  if (options.json) {
    for (const note of summary.notes) surroundings.errors.write(`note: ${note}\n`);
    await writeAll(surroundings.output, differenceJson(difference));
  } else {
    const paint = styler(surroundings.output, surroundings.environment);
    const texts = options.markdown ? differenceMarkdown(summary) : differenceText(summary, paint);
    await writeAll(surroundings.output, texts);
  }
  const widens = summary.pairs.opened + summary.pairs.mayOpen > 0;
  return options.failOnWidening && widens ? ExitCode.widening : ExitCode.success;
}
