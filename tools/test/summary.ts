import type { StageResult } from "./run-stages";
import { failure, heading } from "./screen/text";

const shown = 5;

/** The end of a run: what failed, what took longest, and the closing line `N passed, N failed`. */
export function summary(results: readonly StageResult[], seconds: number): string {
  const faults = results.flatMap(({ name, faults }) => faults.map((fault) => failure(`${name}: ${fault}`)));
  const stages = results.map(({ name, seconds }) => ({ name, seconds }));
  const tests = results.flatMap(({ name, slowest = [] }) =>
    slowest.map(({ title, milliseconds }) => ({ name: `${name}: ${title}`, seconds: milliseconds / 1000 })),
  );
  return [
    ...(faults.length > 0 ? [heading("what failed"), ...faults] : []),
    heading(`slowest of ${seconds.toFixed(0)} s`),
    ...slowest(stages),
    ...slowest(tests),
    `\n${total(results, "passed")} passed, ${total(results, "failed")} failed\n`,
  ].join("");
}

export function total(results: readonly StageResult[], count: "passed" | "failed"): number {
  return results.reduce((sum, result) => sum + result[count], 0);
}

function slowest(timed: { name: string; seconds: number }[]): string[] {
  return timed
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, shown)
    .map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}\n`);
}
