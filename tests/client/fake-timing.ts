import type { Timing } from "../../client";

const longestMilliseconds = 24 * 60 * 60 * 1000;

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
    this.advance(milliseconds);
    this.pauses.push(Math.round(milliseconds));
    await this.onPause(this.pauses.length);
    await new Promise(setImmediate);
    signal?.throwIfAborted();
  };

  /**
   * Moves the clock without a pause.
   *
   * @throws RangeError when it would not be a time any more, for all who share it: under mutation that is every later
   *   test of the process.
   */
  advance(milliseconds: number): void {
    if (!(milliseconds >= 0 && milliseconds <= longestMilliseconds)) {
      throw new RangeError(`A pause of ${milliseconds} ms is none.`);
    }
    this.#skipped += milliseconds;
  }
}
