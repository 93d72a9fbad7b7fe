import type { SubjectName } from "../subjects/subject";

/** How much is measured. */
export interface BenchmarkPlan {
  /** Numbers of addresses, ascending. */
  readonly counts: readonly number[];
  readonly latenciesMilliseconds: readonly number[];
  /** How often everything is done with so many addresses, the medians of which are shown. */
  readonly rounds: (count: number) => number;
  /** Whether a subject takes part with so many addresses. */
  readonly includes: (subject: SubjectName, count: number) => boolean;
}

/** What of the plan is asked for. */
export interface Wishes {
  readonly quick?: boolean;
  readonly large?: boolean;
  readonly counts?: readonly number[];
}

/** The most addresses that the naive provider has to do. */
export const mostForNaive = 300;

export function planOf({ quick = false, large = false, counts }: Wishes): BenchmarkPlan {
  const usual = quick ? [10] : [10, 100, 300, 1000, ...(large ? [5000] : [])];
  return {
    counts: counts ?? usual,
    latenciesMilliseconds: [0, 50],
    rounds: quick ? () => 1 : roundsFor,
    // Of its 9 kB an address the engine writes all after each step: with 1,000 that takes longer than everything else
    // together, and no goal is judged by it.
    includes: (subject, count) => subject !== "naive" || count <= mostForNaive,
  };
}

/** Fewer rounds for more addresses: chance weighs less in what takes long. */
function roundsFor(count: number): number {
  if (count <= 10) return 3;
  return count <= 100 ? 2 : 1;
}

/**
 * Numbers of addresses from words such as `10,100`: ascending, each once.
 *
 * @throws an error that names the word that is not a whole number from 1 on.
 */
export function countsOf(text: string): number[] {
  const counts = text.split(",").map((word) => {
    if (!/^ *[1-9]\d{0,5} *$/.test(word))
      throw new Error(`"${word.trim()}" is no number of addresses: give whole numbers from 1 to 999999.`);
    return Number(word);
  });
  return [...new Set(counts)].sort((left, right) => left - right);
}
