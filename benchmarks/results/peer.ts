import type { SubjectName } from "../subjects/subject";
import { steps, type Step } from "../workload/step";
import type { Summary } from "./summary";
import { short, table } from "./table";

/** From this number of addresses on, the work outweighs the start of processes. */
export const fewestForPeer = 300;

/** Ours beside OpenTofu, in one step with so many addresses. */
export interface Comparison {
  readonly count: number;
  readonly latencyMilliseconds: number;
  readonly step: Step;
  readonly ours: number;
  readonly floor: number;
  /** OpenTofu as it is. */
  readonly usual: number;
  /** OpenTofu that looks at no address before it acts, as Pulumi does not either. */
  readonly withoutRefresh: number;
  /** Where ours is slower: whether the engine alone is so too, or this package is to blame. */
  readonly outcome: "faster" | "the engine alone is slower" | "slower";
}

/** Everything that was measured of both, against the faster of OpenTofu's two ways. */
export function comparePeer(summary: Summary): Comparison[] {
  const comparisons: Comparison[] = [];
  for (const count of summary.counts) {
    for (const latencyMilliseconds of summary.latenciesMilliseconds) {
      for (const step of steps) {
        const seconds = (subject: SubjectName): number | undefined =>
          summary.figure("seconds", { subject, count, latencyMilliseconds, step });
        const ours = seconds("ours");
        const floor = seconds("floor");
        const usual = seconds("OpenTofu");
        const withoutRefresh = seconds("OpenTofu -refresh=false");
        if (ours === undefined || floor === undefined || usual === undefined || withoutRefresh === undefined)
          continue;
        const peer = Math.min(usual, withoutRefresh);
        const outcome = ours < peer ? "faster" : floor >= peer ? "the engine alone is slower" : "slower";
        comparisons.push({
          count,
          latencyMilliseconds,
          step,
          ours,
          floor,
          usual,
          withoutRefresh,
          outcome,
        });
      }
    }
  }
  return comparisons;
}

/** The comparisons as a table. */
export function peerTable(comparisons: readonly Comparison[]): string {
  return table(
    ["step", "addresses", "latency, ms", "ours", "floor", "OpenTofu", "OpenTofu -refresh=false", "ours is"],
    comparisons.map(({ step, count, latencyMilliseconds, ours, floor, usual, withoutRefresh, outcome }) => [
      step,
      String(count),
      String(latencyMilliseconds),
      ...[ours, floor, usual, withoutRefresh].map(short),
      outcome === "slower" ? "**slower**" : outcome === "faster" ? outcome : "slower, as the engine alone is",
    ]),
  );
}
