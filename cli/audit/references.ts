import type { CloudAddressDetails } from "../../client";

/** Which access lists name which cloud addresses. */
export class References {
  readonly #listeners = new Map<string, string[]>();

  add({ cloudAddress, characteristics }: CloudAddressDetails): void {
    if (characteristics.action !== "listen") return;
    for (const named of new Set(characteristics.accessControl?.cloudAddresses)) {
      const listeners = this.#listeners.get(named) ?? [];
      listeners.push(cloudAddress);
      this.#listeners.set(named, listeners);
    }
  }

  /** Every address that is named. */
  named(): Iterable<string> {
    return this.#listeners.keys();
  }

  /** The listen addresses whose access lists name an address. */
  listenersOf(named: string): readonly string[] {
    return this.#listeners.get(named) ?? [];
  }
}
