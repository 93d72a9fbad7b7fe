import type { ChangeKind } from "../../../access/index";
import type { Styler } from "../../output/colour";
import type { DifferenceSummary } from "./difference-summary";
import { headline } from "./difference-headline";

const sections: readonly [ChangeKind, string, string, "green" | "red" | "yellow"][] = [
  ["opened", "+", "Opens", "green"],
  ["mayOpen", "?", "May open: something is not known before the update", "yellow"],
  ["closed", "-", "Closes", "red"],
  ["mayClose", "~", "May close: something is not known before the update", "yellow"],
];

/** What a change opens and closes, for people. */
export function* differenceText(
  { lines, pairs, isPartial, notes }: DifferenceSummary,
  paint: Styler,
): Generator<string> {
  for (const [kind, sign, title, colour] of sections) {
    if (lines[kind].length === 0) continue;
    yield `${paint("bold", title)}\n`;
    for (const { text, unknown } of lines[kind]) {
      yield `${paint(colour, `${sign} ${text}`)}\n`;
      if (unknown) yield `    ${paint("dim", `not known: ${unknown}`)}\n`;
    }
    yield "\n";
  }
  yield `${headline({ pairs, isPartial })}\n`;
  for (const note of notes) yield `note: ${note}\n`;
}
