import type { CloudAddress, Owner } from "./cloud-address";
import { CreationOrder } from "./creation-order";

/** Which addresses a caller sees: those of its key, or under A31 those of its account. */
export type Scope = "key" | "account";

/** All addresses that exist, by name and in the order of creation of each key and each account. */
export class AddressBook {
  readonly #byName = new Map<string, CloudAddress>();
  readonly #byKey = new Map<string, CreationOrder<CloudAddress>>();
  readonly #byAccount = new Map<string, CreationOrder<CloudAddress>>();
  #lastSequence = 0;

  get size(): number {
    return this.#byName.size;
  }

  get lastSequence(): number {
    return this.#lastSequence;
  }

  /** Gives no sequence number up to this one any more. */
  continueAfter(sequence: number): void {
    this.#lastSequence = Math.max(this.#lastSequence, sequence);
  }

  nextSequence(): number {
    this.#lastSequence += 1;
    return this.#lastSequence;
  }

  add(address: CloudAddress): void {
    this.#lastSequence = Math.max(this.#lastSequence, address.sequence);
    this.#byName.set(address.cloudAddress, address);
    orderOf(this.#byKey, address.owner.keyDigest).append(address);
    orderOf(this.#byAccount, address.owner.account).append(address);
  }

  remove(address: CloudAddress): void {
    this.#byName.delete(address.cloudAddress);
    orderOf(this.#byKey, address.owner.keyDigest).remove(address);
    orderOf(this.#byAccount, address.owner.account).remove(address);
  }

  find(cloudAddress: string): CloudAddress | undefined {
    return this.#byName.get(cloudAddress);
  }

  all(): IterableIterator<CloudAddress> {
    return this.#byName.values();
  }

  inOrder(owner: Owner, scope: Scope): CreationOrder<CloudAddress> {
    return scope === "key" ? orderOf(this.#byKey, owner.keyDigest) : orderOf(this.#byAccount, owner.account);
  }

  clear(): void {
    this.#byName.clear();
    this.#byKey.clear();
    this.#byAccount.clear();
  }
}

function orderOf(
  orders: Map<string, CreationOrder<CloudAddress>>,
  name: string,
): CreationOrder<CloudAddress> {
  let order = orders.get(name);
  if (order === undefined) {
    order = new CreationOrder();
    orders.set(name, order);
  }
  return order;
}
