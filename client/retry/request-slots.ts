import type { LimitFunction } from "p-limit";

/**
 * A slot is held while one request is under way, not during the pauses between repetitions. Slots are given out in
 * the order they were asked for.
 */
export class RequestSlots {
  readonly #parallel: number;
  #limit: Promise<LimitFunction> | undefined;

  constructor(parallel: number) {
    this.#parallel = parallel;
  }

  /** Runs `work` as soon as a slot is free. A signal ends the wait; `work` is then never called. */
  async use<Result>(signal: AbortSignal | undefined, work: () => Promise<Result>): Promise<Result> {
    this.#limit ??= import("p-limit").then(({ default: limitTo }) => limitTo(this.#parallel));
    const limit = await this.#limit;
    return new Promise<Result>((resolve, reject) => {
      let waiting = true;
      const giveUp = () => {
        waiting = false;
        reject(new Error("ended while waiting"));
      };
      if (signal?.aborted === true) return giveUp();
      signal?.addEventListener("abort", giveUp, { once: true });
      void limit(async () => {
        signal?.removeEventListener("abort", giveUp);
        if (waiting) await work().then(resolve, reject);
      });
    });
  }
}

const slotsOfProcess = new Map<number, RequestSlots>();

/** The slots that all clients of this process with the same `parallel` share. */
export function sharedRequestSlots(parallel: number): RequestSlots {
  const slots = slotsOfProcess.get(parallel) ?? new RequestSlots(parallel);
  slotsOfProcess.set(parallel, slots);
  return slots;
}
