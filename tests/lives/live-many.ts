import fc from "fast-check";
import pLimit from "p-limit";
import { liveUnderEngine } from "./engine-lives";
import type { EngineFigures } from "./figures";
import { engineLife } from "./life/engine-life";
import type { Life } from "./life/life";

/** Two at a time: a life mostly waits for other processes. */
const atOnce = 2;

/** Which lives are lived under the real engine. */
export interface Selection {
  readonly seed: number;
  readonly count: number;
  /** Only the one with this number, from 0. */
  readonly only?: number;
}

/** One life that has begun, or waits for its turn. */
export interface NumberedLife {
  readonly number: number;
  /** The command that lives it again. */
  readonly again: string;
  /** Resolves to nothing when all held, else to what did not hold and what happened in the life. Never rejects. */
  readonly fault: Promise<string | undefined>;
}

/**
 * Lives the lives of a seed under the real engine.
 *
 * @param signal when it is aborted, no other life begins; those that have begun end by themselves.
 */
export function liveManyUnderEngine(
  { seed, count, only }: Selection,
  figures: EngineFigures,
  signal?: AbortSignal,
): NumberedLife[] {
  const room = pLimit(atOnce);
  const lives = fc.sample(engineLife, { seed, numRuns: only === undefined ? count : only + 1 });
  return [...lives.entries()]
    .filter(([number]) => only === undefined || number === only)
    .map(([number, life]) => {
      const again = `npm run lives -- --engine --seed ${seed} --only ${number}`;
      const live = (): Promise<string | undefined> =>
        signal?.aborted ? Promise.resolve(undefined) : faultOf(life, figures);
      return { number, again, fault: room(live) };
    });
}

async function faultOf(life: Life, figures: EngineFigures): Promise<string | undefined> {
  try {
    await liveUnderEngine(life, figures);
    return undefined;
  } catch (error) {
    return `${(error as Error).stack}\n${JSON.stringify(life, null, 2)}`;
  }
}
