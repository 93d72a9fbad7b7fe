import pLimit from "p-limit";
import type { Screen } from "./screen/screen";
import { failure, heading, success } from "./screen/text";
import type { Outcome, Stage } from "./stages/stage";

export interface StageResult extends Outcome {
  name: string;
  seconds: number;
}

/** A run is made for two cores: more stages at once would only slow each other down. */
const stagesAtOnce = 2;

/** Runs all stages, each as soon as what it waits for has ended and there is room, and never stops at a failure. */
export async function runStages(stages: readonly Stage[], screen: Screen): Promise<StageResult[]> {
  const room = pLimit(stagesAtOnce);
  const results = new Map<string, Promise<StageResult>>();
  for (const stage of stages) {
    const { print, close } = screen.open();
    const inRoom = (run: () => Promise<StageResult>): Promise<StageResult> =>
      stage.background === true ? run() : room(run);
    const ready = waitFor(stage, results).then((mayRun) =>
      mayRun ? inRoom(() => runOne(stage, print)) : skipped(stage, print),
    );
    results.set(stage.name, ready.finally(close));
  }
  return Promise.all([...results.values()]);
}

/** Waits for what the stage comes after, and tells whether what it cannot do without has succeeded. */
async function waitFor(stage: Stage, results: Map<string, Promise<StageResult>>): Promise<boolean> {
  for (const name of stage.after) await results.get(name);
  const needed = stage.needs === undefined ? undefined : await results.get(stage.needs);
  return needed === undefined || needed.failed === 0;
}

async function runOne(stage: Stage, print: (text: string) => void): Promise<StageResult> {
  const start = performance.now();
  print(heading(stage.name));
  const outcome = await stage.run(print);
  const seconds = (performance.now() - start) / 1000;
  const counts = `${stage.name}: ${outcome.passed} passed, ${outcome.failed} failed, ${seconds.toFixed(1)} s`;
  print(outcome.failed > 0 ? failure(counts) : success(counts));
  return { ...outcome, name: stage.name, seconds };
}

function skipped(stage: Stage, print: (text: string) => void): StageResult {
  print(heading(stage.name));
  print(failure(`${stage.name}: not run, because ${stage.needs} failed`));
  return { name: stage.name, seconds: 0, passed: 0, failed: 0, faults: [] };
}
