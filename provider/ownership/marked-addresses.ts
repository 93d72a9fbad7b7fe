import { groupsOf, NotFoundError } from "../../client";
import { creationGraceSeconds } from "../cloud-address/inputs";
import type { AddressClient } from "../session/address-client";
import { isMarker } from "./marker";

/** How many addresses are read at the same time, for the client's own limit is shared with everything else. */
const readers = 8;

/**
 * The addresses of an account that carry a marker of the stack, as they were when a process first needed to know: the
 * list names addresses only, so each has to be read once.
 */
export class MarkedAddresses {
  #before: Promise<Set<string>> | undefined;
  readonly #byMarker = new Map<string, string[]>();
  readonly #claimed = new Set<string>();

  constructor(
    private readonly client: AddressClient,
    private readonly ownershipGroup: string,
  ) {}

  /** Notes that a resource has the address, so that no other takes it over. */
  claim(cloudAddress: string): void {
    this.#claimed.add(cloudAddress);
  }

  /** Notes that every address which had the marker before belongs to the resource already. */
  claimAll(marker: string): void {
    this.#byMarker.get(marker)?.forEach((cloudAddress) => this.claim(cloudAddress));
  }

  /** An address with the marker that has come since: the one that a create whose answer was lost has made. */
  async findNew(marker: string): Promise<string | undefined> {
    await this.#scan(await this.scanned(), creationGraceSeconds);
    return this.take(marker);
  }

  /** An address with the marker that no resource has, as far as is known; from here on it is claimed. */
  take(marker: string): string | undefined {
    const found = this.#byMarker.get(marker)?.find((cloudAddress) => !this.#claimed.has(cloudAddress));
    if (found !== undefined) this.#claimed.add(found);
    return found;
  }

  /** Reads what the account has, once a process; to be awaited before the others are asked. */
  scanned(): Promise<Set<string>> {
    this.#before ??= this.#scan(new Set()).catch((error: unknown) => {
      this.#before = undefined;
      throw error;
    });
    return this.#before;
  }

  async #scan(known: Set<string>, notFoundGraceSeconds = 0): Promise<Set<string>> {
    const unread: string[] = [];
    for await (const cloudAddress of this.client.listCloudAddresses()) {
      if (!known.has(cloudAddress) && !this.#claimed.has(cloudAddress)) unread.push(cloudAddress);
    }
    const seen = new Set([...known, ...unread]);
    const reader = async (): Promise<void> => {
      for (let next = unread.pop(); next !== undefined; next = unread.pop())
        await this.#read(next, notFoundGraceSeconds);
    };
    await Promise.all(Array.from({ length: readers }, reader));
    return seen;
  }

  async #read(cloudAddress: string, notFoundGraceSeconds: number): Promise<void> {
    const reading = this.client.getCloudAddress(cloudAddress, { notFoundGraceSeconds });
    const details = await reading.catch((error: unknown) => {
      if (error instanceof NotFoundError) return undefined;
      throw error;
    });
    if (details === undefined) return;
    for (const group of groupsOf(details.characteristics)) {
      if (!isMarker(this.ownershipGroup, group)) continue;
      this.#byMarker.set(group, [...(this.#byMarker.get(group) ?? []), cloudAddress]);
    }
  }
}
