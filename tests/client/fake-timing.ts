import type { Timing } from "../../client";

/** Pauses that take no time but move the clock on, and are remembered. */
export class FakeTiming implements Timing {
  /** Every pause so far, in whole milliseconds. */
  readonly pauses: number[] = [];
  /** What `random` returns. */
  chance = 0.5;
  /** Called at each pause, before it ends. */
  onPause: (count: number) => void | Promise<void> = () => undefined;
  #skipped = 0;
  readonly #stopped: boolean;

  /** @param stopped whether the clock moves in pauses only, so that every figure is exact. */
  constructor(stopped = false) {
    this.#stopped = stopped;
  }

  now = (): number => (this.#stopped ? 1_800_000_000_000 : Date.now()) + this.#skipped;

  random = (): number => this.chance;

  sleep = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted();
    this.pauses.push(Math.round(milliseconds));
    this.#skipped += milliseconds;
    await this.onPause(this.pauses.length);
    await new Promise(setImmediate);
    signal?.throwIfAborted();
  };

  /** Moves the clock without a pause. */
  advance(milliseconds: number): void {
    this.#skipped += milliseconds;
  }
}
