import type { ChangeKind } from "../../../access/index";
import { headline } from "./difference-headline";
import type { DifferenceLine, DifferenceSummary } from "./difference-summary";

/** GitHub takes no comment of more than 65,536 characters, and GitLab shows no longer one at once. */
const mostCharacters = 60_000;

const signs: readonly [ChangeKind, string][] = [
  ["opened", "+"],
  ["mayOpen", "!"],
  ["closed", "-"],
  ["mayClose", "!"],
];

/**
 * What a change opens and closes as the comment of a pull request. The names are in a code block, so nothing in them
 * is taken for Markdown. Begins with a comment by which a script finds its earlier comment.
 */
export function* differenceMarkdown({
  lines,
  pairs,
  isPartial,
  notes,
}: DifferenceSummary): Generator<string> {
  yield `<!-- vnc-cloud access diff -->\n### ${headline({ pairs, isPartial })}\n`;
  const all = signs.flatMap(([kind, sign]) =>
    lines[kind].map((line) => ({ text: lineText(kind, sign, line), line })),
  );
  if (all.length > 0) {
    const { shown, left } = fitting(all);
    const fence = "`".repeat(longestRun(shown) + 1);
    yield `\n${fence}diff\n${shown.join("")}${fence}\n`;
    if (left.length > 0) {
      const leftPairs = left.reduce((sum, { line }) => sum + line.pairs, 0);
      yield `\n**${left.length} more lines (${leftPairs} pairs) do not fit here.** Run \`vnc-cloud access diff\` for all.\n`;
    }
    yield "\n`+` opens, `-` closes, `!` may open or close: something is not known before the update.\n";
  }
  if (notes.length > 0) yield `\n${notes.map((note) => `- ${escape(note)}\n`).join("")}`;
}

function lineText(kind: ChangeKind, sign: string, { text, unknown }: DifferenceLine): string {
  if (unknown === undefined) return `${sign} ${text}\n`;
  return `${sign} ${kind === "mayOpen" ? "may open" : "may close"}: ${text} [not known: ${unknown}]\n`;
}

function fitting(all: readonly { text: string; line: DifferenceLine }[]): {
  shown: string[];
  left: readonly { line: DifferenceLine }[];
} {
  let characters = 0;
  const end = all.findIndex(({ text }) => (characters += text.length) > mostCharacters);
  const shown = end === -1 ? all : all.slice(0, end);
  return { shown: shown.map(({ text }) => text), left: all.slice(shown.length) };
}

function longestRun(texts: readonly string[]): number {
  const runs = texts.flatMap((text) => text.match(/`+/g) ?? []);
  return Math.max(2, ...runs.map((run) => run.length));
}

function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#+!|@&~]/g, (character) => `&#${character.charCodeAt(0)};`);
}
