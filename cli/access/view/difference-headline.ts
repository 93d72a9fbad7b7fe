import type { ChangeKind } from "../../../access/index";
import type { DifferenceSummary } from "./difference-summary";

const words: readonly [ChangeKind, string][] = [
  ["opened", "opened"],
  ["mayOpen", "may open"],
  ["closed", "closed"],
  ["mayClose", "may close"],
];

/** The difference in one sentence: `Access: 214 pairs opened, 3 may open.` */
export function headline({ pairs, isPartial }: Pick<DifferenceSummary, "pairs" | "isPartial">): string {
  const parts = words
    .filter(([kind]) => pairs[kind] > 0)
    .map(([kind, word], position) => {
      const noun = position > 0 ? "" : pairs[kind] === 1 ? " pair" : " pairs";
      return `${pairs[kind]}${noun} ${word}`;
    });
  if (parts.length > 0) return `Access: ${parts.join(", ")}.`;
  return `Access does not change${isPartial ? " among the addresses looked at" : ""}.`;
}
