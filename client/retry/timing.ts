import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";

/** Where the client gets time and chance from. Tests put their own in place. */
export interface Timing {
  /** Milliseconds since 1970 on a clock that never jumps. */
  readonly now: () => number;
  /** Resolves after that many milliseconds, rejects when the signal ends it. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** Real time: deadlines do not move when somebody sets the clock of the machine, and no pause ends early. */
export const systemTiming: Timing = {
  now: () => performance.timeOrigin + performance.now(),
  sleep: async (milliseconds, signal) => {
    const end = performance.now() + milliseconds;
    // Timers of Node.js may fire a moment before their time.
    for (let left = milliseconds; left > 0; left = end - performance.now()) {
      await delay(Math.ceil(left), undefined, signal === undefined ? {} : { signal });
    }
  },
  random: Math.random,
};
