import type { ChangeKind } from "../../../access/index";

const words: readonly [ChangeKind, string][] = [
  ["opened", "opened"],
  ["mayOpen", "may open"],
  ["closed", "closed"],
  ["mayClose", "may close"],
];

/** The difference in one sentence: `Access: 214 pairs opened, 3 may open.` */
export function headline(pairs: Readonly<Record<ChangeKind, number>>): string {
  const parts = words
    .filter(([kind]) => pairs[kind] > 0)
    .map(([kind, word], position) => {
      const noun = position > 0 ? "" : pairs[kind] === 1 ? " pair" : " pairs";
      return `${pairs[kind]}${noun} ${word}`;
    });
  return parts.length === 0 ? "Access does not change." : `Access: ${parts.join(", ")}.`;
}
