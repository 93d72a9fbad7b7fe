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

/** Real time: deadlines do not move when somebody sets the clock of the machine. */
export const systemTiming: Timing = {
  now: () => performance.timeOrigin + performance.now(),
  sleep: async (milliseconds, signal) => {
    await delay(milliseconds, undefined, signal === undefined ? {} : { signal });
  },
  random: Math.random,
};
