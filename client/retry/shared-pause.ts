import type { Timing } from "./timing";

/**
 * The pause that a 429 with `Retry-After` asks for. It holds for all requests of a client, since the service counts
 * them together: without it, a thousand operations would each spend their few attempts on learning the same.
 */
export class SharedPause {
  readonly #timing: Timing;
  #until = 0;

  constructor(timing: Timing) {
    this.#timing = timing;
  }

  /** When it ends, in milliseconds since 1970; 0 when there was none yet. */
  get until(): number {
    return this.#until;
  }

  /** Milliseconds left; 0 or less when it is over. */
  remaining(): number {
    return this.#until - this.#timing.now();
  }

  extend(milliseconds: number): void {
    this.#until = Math.max(this.#until, this.#timing.now() + milliseconds);
  }
}
