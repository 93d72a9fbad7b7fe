/** How much is measured. */
export interface BenchmarkPlan {
  /** Numbers of addresses, ascending. */
  readonly counts: readonly number[];
  readonly latenciesMilliseconds: readonly number[];
  /** How often everything is done with so many addresses, the medians of which are shown. */
  readonly rounds: (count: number) => number;
}

/** Fewer rounds for more addresses: chance weighs less in what takes long. */
export function roundsFor(count: number): number {
  if (count <= 10) return 3;
  return count <= 100 ? 2 : 1;
}
