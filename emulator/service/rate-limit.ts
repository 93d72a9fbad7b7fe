import type { Owner } from "../addresses/cloud-address";

/** Counts the requests of each key in each second (A54). */
export class RateLimit {
  readonly #windows = new Map<string, { second: number; requests: number }>();

  /** Whether one more request of a key is within its limit at a time in milliseconds; 0 = no limit. */
  admits(owner: Owner, requestsPerSecond: number, now: number): boolean {
    if (requestsPerSecond === 0) {
      return true;
    }
    const second = Math.floor(now / 1000);
    const window = this.#windows.get(owner.keyDigest);
    const requests = window?.second === second ? window.requests + 1 : 1;
    this.#windows.set(owner.keyDigest, { second, requests });
    return requests <= requestsPerSecond;
  }
}
