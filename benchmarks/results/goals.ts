import type { AddressState } from "../workload/address-state";
import type { ProviderMemory } from "../provider/provider-memory";
import { parallel, type SubjectName } from "../subjects/subject";
import { leastRequests, steps, type Step } from "../workload/step";
import { comparePeer, fewestForPeer, type Comparison } from "./peer";
import type { Summary } from "./summary";

/** What is to be reached, and where it stands. */
export interface Goal {
  readonly goal: string;
  readonly isReached: boolean | undefined;
  readonly standing: string;
}

interface Ratio {
  readonly value: number;
  readonly count: number;
  readonly step: Step;
}

const memoryAllowance = 25e6;

/** The goals of the project, each judged by what was measured. */
export function judge(
  summary: Summary,
  state: AddressState,
  importMilliseconds: number,
  memory: readonly ProviderMemory[],
): Goal[] {
  const [lowest = 0] = summary.latenciesMilliseconds;
  const highest = summary.largestLatency;
  return [
    ratioGoal(
      `wall time at ${highest} ms latency at most 1.15 × (floor + bare calls)`,
      1.15,
      ratios(summary, highest, ["floor", "bare calls"]),
    ),
    ratioGoal(
      `wall time at ${lowest} ms latency at most 1.25 × floor`,
      1.25,
      ratios(summary, lowest, ["floor"]),
    ),
    requestGoal(summary),
    connectionGoal(summary),
    {
      goal: "state per address at most 1.6 × that of an ordinary resource with the same properties",
      isReached: state.ratio <= 1.6,
      standing: `${state.bytes} bytes against ${state.ordinaryBytes}: ${state.ratio.toFixed(2)} ×`,
    },
    memoryGoal(summary, "providerMemory", "the provider process"),
    memoryGoal(summary, "programMemory", "the program"),
    flatnessGoal(memory),
    {
      goal: "importing the SDK adds under 60 ms to a program that has loaded `@pulumi/pulumi`",
      isReached: importMilliseconds < 60,
      standing: `${importMilliseconds.toFixed(1)} ms`,
    },
    ...peerGoals(comparePeer(summary)),
  ];
}

/** Nothing where no peer was measured. */
function peerGoals(comparisons: readonly Comparison[]): Goal[] {
  if (comparisons.length === 0) return [];
  const goal =
    `faster than OpenTofu with restapi in every step with ${fewestForPeer} addresses or more, ` +
    "except where the engine alone is slower";
  const judged = comparisons.filter(({ count }) => count >= fewestForPeer);
  if (judged.length === 0) return [unknown(goal, "not measured with so many addresses")];
  const having = (outcome: Comparison["outcome"]): readonly Comparison[] =>
    judged.filter((comparison) => comparison.outcome === outcome);
  const slower = having("slower");
  const names = slower.map(
    ({ step, count, latencyMilliseconds }) => `${step} of ${count} at ${latencyMilliseconds} ms`,
  );
  const standing = [
    `faster in ${having("faster").length} of ${judged.length}`,
    `slower in ${having("the engine alone is slower").length} in which the engine alone is slower too`,
    `slower for another reason in ${slower.length}${slower.length === 0 ? "" : `: ${names.join(", ")}`}`,
  ];
  return [{ goal, isReached: slower.length === 0, standing: standing.join("; ") }];
}

function ratios(summary: Summary, latencyMilliseconds: number, against: readonly SubjectName[]): Ratio[] {
  const all: Ratio[] = [];
  for (const count of summary.counts) {
    for (const step of steps) {
      const seconds = (subject: SubjectName): number | undefined =>
        summary.figure("seconds", { subject, count, latencyMilliseconds, step });
      const own = seconds("ours");
      const others = against.map(seconds);
      if (own === undefined || others.includes(undefined)) continue;
      all.push({ value: own / others.reduce<number>((sum, value) => sum + (value ?? 0), 0), count, step });
    }
  }
  return all;
}

function ratioGoal(goal: string, limit: number, all: readonly Ratio[]): Goal {
  const sorted = [...all].sort((left, right) => right.value - left.value);
  const over = sorted.filter(({ value }) => value > limit);
  const shown = over.length > 0 ? over.slice(0, 4) : sorted.slice(0, 1);
  const words = shown.map(({ value, count, step }) => `${value.toFixed(2)} (${step}, ${count})`).join(", ");
  const standing =
    over.length > 0 ? `${over.length} of ${all.length} above it, worst: ${words}` : `worst: ${words}`;
  return { goal, isReached: over.length === 0, standing };
}

function requestGoal(summary: Summary): Goal {
  const wrong: string[] = [];
  for (const count of summary.counts) {
    for (const latencyMilliseconds of summary.latenciesMilliseconds) {
      for (const step of steps) {
        const requests = summary.figure("requests", { subject: "ours", count, latencyMilliseconds, step });
        if (requests === undefined || requests === leastRequests[step] * count) continue;
        wrong.push(`${requests} for ${step} of ${count}`);
      }
    }
  }
  return {
    goal: "requests at the minimum: create 3, update 3, rotate 3, refresh 1, delete 1, no-op 0",
    isReached: wrong.length === 0,
    standing: wrong.length === 0 ? "exactly, in every step" : wrong.join(", "),
  };
}

function connectionGoal(summary: Summary): Goal {
  const most = (figure: "connections" | "openConnections"): number =>
    Math.max(...summary.counts.map((count) => summary.largest(figure, "ours", count) ?? 0));
  return {
    goal: `at most \`parallel\` (${parallel}) connections`,
    isReached: most("openConnections") <= parallel,
    standing: `at most ${most("openConnections")} open at a time; at most ${most("connections")} used in a step`,
  };
}

function memoryGoal(summary: Summary, figure: "providerMemory" | "programMemory", of: string): Goal {
  const count = summary.largestCount;
  const own = summary.largest(figure, "ours", count);
  const floor = summary.largest(figure, "floor", count);
  const goal = `peak memory of ${of} within 25 MB of the floor's`;
  if (own === undefined || floor === undefined) return unknown(goal, "not measured on this system");
  const difference = own - floor;
  return {
    goal,
    isReached: difference <= memoryAllowance,
    standing: `${signed(difference)} MB with ${count} addresses`,
  };
}

function flatnessGoal(memory: readonly ProviderMemory[]): Goal {
  const goal = "peak memory of the provider process flat in the number of addresses";
  const [first, last] = [memory[0], memory.at(-1)];
  if (first?.peak === undefined || last?.peak === undefined)
    return unknown(goal, "not measured on this system");
  const growth = last.peak - first.peak;
  return {
    goal,
    isReached: growth <= memoryAllowance,
    standing: `${signed(growth)} MB from ${first.count} to ${last.count} addresses`,
  };
}

function unknown(goal: string, standing: string): Goal {
  return { goal, isReached: undefined, standing };
}

function signed(bytes: number): string {
  return `${bytes > 0 ? "+" : ""}${(bytes / 1e6).toFixed(0)}`;
}
