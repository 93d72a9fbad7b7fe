import { setTimeout as sleep } from "node:timers/promises";
import type { Emulator, Fault } from "../../../emulator";
import { isPulumi } from "../../engine/support/kill-engines";
import { descendants, signal, type RunningProcess } from "../../engine/support/processes";
import type { Interruption, Means, StrikableOperation } from "../life/life";

/** How long an answer is held back that is to come after the signal. */
const delayMilliseconds = 300;

/** An interruption at a certain request of a certain run. */
export interface AimedInterruption {
  readonly operation: StrikableOperation;
  /** Which of its requests, from 0. */
  readonly request: number;
  readonly carriedOut: boolean;
  readonly means: Means;
}

/**
 * @param due what the run has to ask the service for.
 * @returns undefined when that is nothing at which the run could be interrupted.
 */
export function aim(
  { operations, request, carriedOut, means }: Interruption,
  due: readonly StrikableOperation[],
): AimedInterruption | undefined {
  const operation = operations.find((one) => due.includes(one));
  if (operation === undefined) return undefined;
  return { operation, request: request % due.filter((one) => one === operation).length, carriedOut, means };
}

/** Plans that the request at which a run is interrupted is not answered before it is. */
export function planInterruption(emulator: Emulator, interruption: AimedInterruption): string {
  const { operation, request } = interruption;
  const [plan] = emulator.planFaults([{ operation, skip: request, fault: faultOf(interruption) }]);
  return plan as string;
}

function faultOf({ means, carriedOut }: AimedInterruption): Fault {
  if (means === "kill run" || means === "kill provider")
    return { kind: carriedOut ? "commitThenStall" : "stall" };
  return { kind: carriedOut ? "commitThenDelay" : "delay", milliseconds: delayMilliseconds };
}

/**
 * Interrupts a run when its request has come.
 *
 * @param mark a text in the command line of the run.
 * @returns whether the request came.
 */
export async function interrupt(
  { means }: AimedInterruption,
  { emulator, plan, mark, run }: { emulator: Emulator; plan: string; mark: string; run: Promise<unknown> },
): Promise<boolean> {
  let ended = false;
  void run.finally(() => (ended = true));
  while (!emulator.faults().some(({ id, fired }) => id === plan && fired > 0)) {
    if (ended) return false;
    await sleep(5);
  }
  const command = (await descendants()).find((one) => isPulumi(one) && one.command.includes(mark));
  if (command === undefined) throw new Error(`There is no run with ${mark} that could be interrupted.`);
  const started = await descendants(command.pid);
  switch (means) {
    case "interrupt":
      signal("SIGINT", [command]);
      return true;
    case "kill provider":
      signal("SIGKILL", started.filter(isProvider));
      return true;
    case "kill run":
      signal("SIGKILL", [command, ...started]);
      return true;
    case "kill command":
      signal("SIGKILL", [command]);
      // The provider goes on with what it is about, and nobody will know of it.
      await sleep(2 * delayMilliseconds);
      signal("SIGKILL", started);
      return true;
  }
}

function isProvider({ command }: RunningProcess): boolean {
  return command.includes("dynamic-provider");
}
