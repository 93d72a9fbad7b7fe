import fc from "fast-check";
import pLimit from "p-limit";
import { liveUnderEngine } from "./engine-lives";
import type { EngineFigures } from "./figures";
import { engineLife } from "./life/engine-life";

/** Two at a time: a life mostly waits for other processes. */
const atOnce = 2;

/** Which lives are lived under the real engine. */
export interface Selection {
  readonly seed: number;
  readonly count: number;
  /** Only the one with this number, from 0. */
  readonly only?: number;
}

/**
 * Lives the lives of a seed under the real engine.
 *
 * @throws when something did not hold in one or more, with their numbers and what happened in them.
 */
export async function liveManyUnderEngine(
  { seed, count, only }: Selection,
  figures: EngineFigures,
  onLived: () => void = () => undefined,
): Promise<void> {
  const room = pLimit(atOnce);
  const lives = fc.sample(engineLife, { seed, numRuns: only === undefined ? count : only + 1 });
  const faults: string[] = [];
  await Promise.all(
    lives.map((life, index) =>
      room(async () => {
        if (only !== undefined && index !== only) return;
        await liveUnderEngine(life, figures).catch((error: unknown) => {
          const again = `npm run lives -- --engine --seed ${seed} --only ${index}`;
          faults.push(
            `Life ${index} (${again}): ${(error as Error).stack}\n${JSON.stringify(life, null, 2)}`,
          );
        });
        onLived();
      }),
    ),
  );
  if (faults.length > 0) throw new Error(faults.join("\n\n"));
}
