import type { RecordedStack } from "../../../tests/upgrade/recorded-stack";
import type { Combination } from "../combinations/combination";
import { ForeignStack, type Surroundings } from "./foreign-stack";
import { lifeOf, stepsOfState, type Step } from "./steps";

/** A state that others have left, and who. */
export interface LeftState {
  readonly left: string;
  readonly stack: RecordedStack;
}

/** What a trial came to. */
export interface TrialResult {
  readonly trial: string;
  /** The step that failed and why. Absent: all is well. */
  readonly fault?: { readonly step: string; readonly message: string };
}

/** Deploys a program in this combination, and takes over every state. */
export async function runTrials(
  combination: Combination,
  surroundings: Surroundings,
  program: string,
  states: readonly LeftState[],
): Promise<TrialResult[]> {
  const life = await runTrial("life", lifeOf(program), () => ForeignStack.create(combination, surroundings));
  const results = [life];
  for (const { left, stack } of states) {
    const start = async (): Promise<ForeignStack> => {
      const taken = await ForeignStack.create(combination, surroundings, stack.addresses);
      await taken.write(stack.program);
      await taken.importState(stack.state);
      return taken;
    };
    results.push(await runTrial(`state of ${left}`, stepsOfState, start));
  }
  surroundings.signal.throwIfAborted();
  return results;
}

async function runTrial(
  trial: string,
  steps: readonly Step[],
  start: () => Promise<ForeignStack>,
): Promise<TrialResult> {
  let step = "the start";
  let stack: ForeignStack | undefined;
  try {
    stack = await start();
    for (const { name, take } of steps) {
      step = name;
      await take(stack);
    }
    return { trial };
  } catch (error) {
    return { trial, fault: { step, message: (error as Error).message } };
  } finally {
    await stack?.dispose();
  }
}

/** Deploys a program in this combination and leaves its state for others. @throws when that fails. */
export async function leaveState(
  combination: Combination,
  surroundings: Surroundings,
  program: string,
): Promise<RecordedStack> {
  const stack = await ForeignStack.create(combination, surroundings);
  try {
    await stack.write(program);
    await stack.run("up");
    return await stack.record(program);
  } finally {
    await stack.dispose();
  }
}
