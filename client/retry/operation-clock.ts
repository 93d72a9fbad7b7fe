import type { Timing } from "./timing";

/**
 * Measures an operation against its deadline. The clock runs while requests are under way, while bodies are read and
 * through the pauses between repetitions. It stands still while the operation waits for a free request slot: that
 * wait is the work of other operations, and a thousand operations started together must not fail because the last of
 * them began late. The wait is bounded all the same, since every request before it is bounded.
 */
export class OperationClock {
  readonly #timing: Timing;
  /** Milliseconds from the start to the deadline. */
  readonly budget: number;
  #spent = 0;
  #runningSince: number | undefined;

  constructor(timing: Timing, budgetMilliseconds: number) {
    this.#timing = timing;
    this.budget = budgetMilliseconds;
    this.#runningSince = timing.now();
  }

  /** Milliseconds that count towards the deadline so far. */
  elapsed(): number {
    return this.#spent + (this.#runningSince === undefined ? 0 : this.#timing.now() - this.#runningSince);
  }

  /** Milliseconds left, never below 0. */
  remaining(): number {
    return Math.max(0, this.budget - this.elapsed());
  }

  stop(): void {
    this.#spent = this.elapsed();
    this.#runningSince = undefined;
  }

  start(): void {
    this.#runningSince ??= this.#timing.now();
  }
}
