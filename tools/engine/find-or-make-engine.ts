import { exclusively } from "./cache/exclusively";
import { placeWhole } from "./cache/place-whole";
import type { Engine, OnProgress } from "./engine";
import { EngineUnavailableError } from "./engine-unavailable-error";
import { engineOnPath } from "./finding/engine-on-path";
import { inspectRoot } from "./finding/inspect-root";
import type { Way } from "./making/way";

/** Where to look for an engine, and how to make one. */
export interface Places {
  /** The folders of `PATH`, as the variable has them. */
  readonly searchPath: string;
  /** The folder in which a made engine is kept. */
  readonly cache: string;
  /** The ways to make one, the first that works wins. */
  readonly ways: readonly Way[];
}

/**
 * Finds an engine on `PATH` or in the cache, or makes one there. Any number of processes may do this at once: one makes
 * it, the others wait for it.
 *
 * @throws {@link EngineUnavailableError} when nothing works.
 */
export async function findOrMakeEngine(
  places: Places,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Engine> {
  const onPath = await engineOnPath(places.searchPath);
  if ("engine" in onPath) return onPath.engine;
  const cached = await inspectRoot(places.cache);
  if ("engine" in cached) return cached.engine;
  const tried = [
    { name: "PATH", fault: onPath.fault },
    { name: "cache", fault: cached.fault },
  ];
  const waiting = () => onProgress("Waiting for another run that prepares the engine");
  return exclusively(places.cache, signal, waiting, async (ownSignal) => {
    const madeMeanwhile = await inspectRoot(places.cache);
    if ("engine" in madeMeanwhile) return madeMeanwhile.engine;
    for (const way of places.ways) {
      try {
        return await makeEngine(way, places.cache, onProgress, ownSignal);
      } catch (error) {
        ownSignal.throwIfAborted();
        tried.push({ name: way.name, fault: (error as Error).message });
      }
    }
    throw new EngineUnavailableError(tried);
  });
}

async function makeEngine(
  way: Way,
  cache: string,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<Engine> {
  await placeWhole(cache, async (unfinished) => {
    await way.make(unfinished, { onProgress, signal });
    signal.throwIfAborted();
    const made = await inspectRoot(unfinished);
    if ("fault" in made) throw new Error(`what it made is unusable: ${made.fault}`);
  });
  const made = await inspectRoot(cache);
  if ("fault" in made) throw new Error(`what it made is unusable: ${made.fault}`);
  return made.engine;
}
