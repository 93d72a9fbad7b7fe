interface Waiting {
  readonly parallel: number;
  readonly start: () => void;
}

/**
 * Bounds the requests under way at the same time. A slot is held while one request is under way, not during the
 * pauses between repetitions. Slots are given out in the order they were asked for.
 */
export class RequestSlots {
  #underWay = 0;
  /** In the order of arrival: a Set, so that one that gives up leaves at once. */
  readonly #waiting = new Set<Waiting>();

  /**
   * Runs `work` as soon as fewer than `parallel` others are under way, whoever they belong to. A signal ends the wait;
   * `work` is then never called.
   */
  async use<Result>(
    parallel: number,
    signal: AbortSignal | undefined,
    work: () => Promise<Result>,
  ): Promise<Result> {
    await this.#take(parallel, signal);
    try {
      return await work();
    } finally {
      this.#underWay -= 1;
      this.#startWaiting();
    }
  }

  #take(parallel: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        this.#waiting.delete(waiting);
        reject(new Error("ended while waiting"));
        this.#startWaiting();
      };
      const start = () => {
        signal?.removeEventListener("abort", giveUp);
        resolve();
      };
      const waiting = { parallel, start };
      if (signal?.aborted === true) return giveUp();
      signal?.addEventListener("abort", giveUp, { once: true });
      this.#waiting.add(waiting);
      this.#startWaiting();
    });
  }

  /** Nobody overtakes: one who may have few others beside it would otherwise wait for ever. */
  #startWaiting(): void {
    for (const waiting of this.#waiting) {
      if (this.#underWay >= waiting.parallel) return;
      this.#waiting.delete(waiting);
      this.#underWay += 1;
      waiting.start();
    }
  }
}

/** The slots that all clients of this process share. */
export const slotsOfProcess = new RequestSlots();
