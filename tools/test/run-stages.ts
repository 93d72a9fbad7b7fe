import pLimit from "p-limit";
import type { Screen, Section } from "./screen/screen";
import { failure, heading, success } from "./screen/text";
import type { Outcome, Stage } from "./stages/stage";

export interface StageResult extends Outcome {
  name: string;
  seconds: number;
}

/** A run is made for two cores: more stages at once would only slow each other down. */
const stagesAtOnce = 2;

/**
 * Runs all stages, each as soon as what it waits for has ended and there is room, and never stops at a failure. When
 * the signal fires, what is running is ended and the rest is not run.
 */
export async function runStages(
  stages: readonly Stage[],
  screen: Screen,
  signal: AbortSignal,
): Promise<StageResult[]> {
  const room = pLimit(stagesAtOnce);
  const results = new Map<string, Promise<StageResult>>();
  for (const stage of stages) {
    const section = screen.open();
    const run = async (): Promise<StageResult> => {
      const obstacle = signal.aborted ? "the run was interrupted" : await obstacleOf(stage, results);
      return obstacle === undefined ? runOne(stage, section, signal) : skip(stage, section, obstacle);
    };
    const result = afterOthers(stage, results).then(() => (stage.background === true ? run() : room(run)));
    results.set(
      stage.name,
      result.finally(() => section.close()),
    );
  }
  return Promise.all([...results.values()]);
}

type Results = ReadonlyMap<string, Promise<StageResult>>;

async function afterOthers(stage: Stage, results: Results): Promise<void> {
  for (const name of stage.after) await results.get(name);
}

async function obstacleOf({ needs }: Stage, results: Results): Promise<string | undefined> {
  const needed = needs === undefined ? undefined : await results.get(needs);
  return needed !== undefined && needed.failed > 0 ? `${needed.name} failed` : undefined;
}

async function runOne(stage: Stage, { print }: Section, signal: AbortSignal): Promise<StageResult> {
  const start = performance.now();
  print(heading(stage.name));
  const outcome = await stage.run(print, signal);
  const seconds = (performance.now() - start) / 1000;
  const counts = `${stage.name}: ${outcome.passed} passed, ${outcome.failed} failed, ${seconds.toFixed(1)} s`;
  print(outcome.failed > 0 ? failure(counts) : success(counts));
  return { ...outcome, name: stage.name, seconds };
}

function skip({ name }: Stage, { print }: Section, obstacle: string): StageResult {
  print(heading(name) + failure(`${name}: not run, because ${obstacle}`));
  return { name, seconds: 0, passed: 0, failed: 0, faults: [] };
}
