import type { CloudAddressState } from "../cloud-address/state";
import { PartialFailure } from "./partial-failure";

/**
 * How far an operation of several writes has come. Each write records what is true from then on, so that whatever
 * fails later, the state loses neither the address nor its password.
 */
export class Progress {
  #moved = false;

  constructor(private current: CloudAddressState) {}

  /** What is true now. */
  get state(): CloudAddressState {
    return this.current;
  }

  /** Records what became true at the service. */
  advance(state: CloudAddressState): void {
    this.current = state;
    this.#moved = true;
  }

  /**
   * Runs the steps. An error after the first record becomes a {@link PartialFailure} with the last one; before that,
   * nothing happened and the error stays as it is.
   */
  async run(steps: (progress: Progress) => Promise<void>): Promise<CloudAddressState> {
    try {
      await steps(this);
      return this.current;
    } catch (error) {
      throw this.#moved ? new PartialFailure(this.current, error) : error;
    }
  }
}
