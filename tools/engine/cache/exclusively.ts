import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { lock } from "proper-lockfile";

/** A lock whose owner did not touch it for this long belongs to a process that died. */
const staleMilliseconds = 10_000;
const pollMilliseconds = 500;

/**
 * Runs work that only one process at a time may do for a folder. The others wait; the lock of a process that died is
 * taken over after ten seconds. The work's signal fires as well when the lock is lost, for instance because the machine
 * slept.
 */
export async function exclusively<Result>(
  folder: string,
  signal: AbortSignal,
  onWaiting: () => void,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  await mkdir(dirname(folder), { recursive: true });
  const lost = new AbortController();
  for (;;) {
    signal.throwIfAborted();
    try {
      const release = await lock(folder, {
        lockfilePath: `${folder}.lock`,
        // The folder itself need not be there yet.
        realpath: false,
        stale: staleMilliseconds,
        onCompromised: (error) => lost.abort(error),
      });
      try {
        return await work(AbortSignal.any([signal, lost.signal]));
      } finally {
        // A lost lock is another process's by now.
        if (!lost.signal.aborted) await release();
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ELOCKED") throw error;
      onWaiting();
      await pause(pollMilliseconds, undefined, { signal });
    }
  }
}
