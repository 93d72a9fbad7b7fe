/** In what two names differ that could be taken for each other. */
export type Similarity =
  "upper and lower case" | "Unicode normal form" | "white space or hyphens" | "one character";

/** Two names, the alphabetically first one first. */
export interface SimilarNames {
  readonly names: readonly [string, string];
  readonly similarity: Similarity;
}

/** Longer names are not typed by hand, and comparing them by characters would cost much. */
const longestTypedName = 64;
/** In shorter words one character is most of the meaning: "de" and "dk", "a" and "b" are no slips of the finger. */
const shortestMistypedWord = 4;

/**
 * Pairs of different names that a person could take for each other: they differ only in upper and lower case, in the
 * Unicode normal form, in white space or hyphens, or by one character (left out, added, another one, or swapped with
 * its neighbour). Names are compared exactly by the service (A16), so such a pair is a silent hole or a lock-out if it
 * was not meant. Digits and short words are not taken for slips: "team-1" and "team-2", "fleet-de" and "fleet-dk" are
 * names that people give on purpose.
 */
export function similarNames(names: Iterable<string>): SimilarNames[] {
  const distinct = [...new Set(names)].sort();
  const found = new Map<string, SimilarNames>();
  const add = (one: string, other: string, similarity: Similarity) => {
    const pair: [string, string] = one < other ? [one, other] : [other, one];
    const text = JSON.stringify(pair);
    if (!found.has(text)) found.set(text, { names: pair, similarity });
  };
  const foldings: [Similarity, (name: string) => string][] = [
    ["Unicode normal form", (name) => name.normalize("NFC")],
    ["white space or hyphens", (name) => withoutSpace(name.normalize("NFC"))],
    ["upper and lower case", (name) => withoutSpace(name.normalize("NFKC")).toLowerCase()],
  ];
  for (const [similarity, fold] of foldings) {
    for (const alike of groupBy(distinct, fold).values()) {
      for (const other of alike.slice(1)) add(alike[0] as string, other, similarity);
    }
  }
  for (const [one, other] of oneCharacterApart(distinct)) add(one, other, "one character");
  return [...found.values()];
}

function withoutSpace(name: string): string {
  return name.replace(/[\s\p{Cf}\p{Cc}_-]+/gu, "");
}

function groupBy(names: readonly string[], fold: (name: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const folded = fold(name);
    const group = groups.get(folded);
    if (group) group.push(name);
    else groups.set(folded, [name]);
  }
  return groups;
}

/**
 * Two names are at most one character apart if leaving out one character of one or both makes them equal: so names are
 * looked up by what is left of them, instead of each being compared with each.
 */
function* oneCharacterApart(names: readonly string[]): Generator<[string, string]> {
  const byRemainder = new Map<string, { name: string; at: number }[]>();
  for (const name of names) {
    const characters = [...name];
    if (characters.length > longestTypedName) continue;
    for (let at = -1; at < characters.length; at++) {
      const remainder = at === -1 ? name : characters.toSpliced(at, 1).join("");
      const alike = byRemainder.get(remainder) ?? [];
      byRemainder.set(remainder, alike);
      for (const other of alike) {
        if (other.name !== name && isSlip(characters, at, [...other.name], other.at))
          yield [other.name, name];
      }
      alike.push({ name, at });
    }
  }
}

/** Whether the characters in which two names differ look like a slip of the finger. */
function isSlip(one: readonly string[], at: number, other: readonly string[], otherAt: number): boolean {
  const areApart = at !== -1 && otherAt !== -1 && Math.abs(at - otherAt) > 1;
  return !areApart && isMistypable(one, at) && isMistypable(other, otherAt);
}

/** @param at Place of the character in question; -1 = it is not in this name. */
function isMistypable(characters: readonly string[], at: number): boolean {
  if (at === -1) return true;
  const isLetter = (place: number) => /[\p{L}\p{M}]/u.test(characters[place] ?? "");
  if (!isLetter(at)) return !/\p{N}/u.test(characters[at] as string);
  let start = at;
  let end = at;
  while (isLetter(start - 1)) start--;
  while (isLetter(end + 1)) end++;
  return end - start + 1 >= shortestMistypedWord;
}
