import { AddressBook } from "../addresses/address-book";
import { copyCharacteristics, type Characteristics } from "../addresses/characteristics";
import type { CloudAddress, Owner } from "../addresses/cloud-address";
import { newCloudAddress, newPassword } from "../addresses/identifiers";
import { pendingAfterWrite, type Readiness } from "../addresses/readiness";
import type { Quirks } from "../quirks/quirks";
import { RateLimit } from "./rate-limit";

export interface ServiceSettings {
  quirks: Quirks;
  readiness: Readiness;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Called after each change of what the service holds. */
  onChange: () => void;
}

/** What an address begins with; what is left out is made up as a create would. */
export interface NewAddress {
  cloudAddress?: string | undefined;
  password?: string | undefined;
  version?: number | undefined;
  /** Milliseconds since the epoch. */
  createdAt?: number | undefined;
}

/**
 * The state of VNC Cloud and what its operations do to it, without HTTP.
 *
 * The wire and the out-of-band functions of the emulator both end here, so an edit "by another person" has
 * exactly the effects of a request: a new version, and pending for as long as the readiness mode says.
 */
export class Service {
  readonly book = new AddressBook();
  readonly rateLimit = new RateLimit();
  readonly #lingering: CloudAddress[] = [];

  constructor(readonly settings: ServiceSettings) {}

  get quirks(): Quirks {
    return this.settings.quirks;
  }

  now(): number {
    return this.settings.clock();
  }

  /** An address that exists for writers. Under A49 a deleted one may still be there for readers only. */
  find(cloudAddress: string): CloudAddress | undefined {
    this.forgetDeleted();
    const address = this.book.find(cloudAddress);
    if (address === undefined || address.shownUntil !== undefined) {
      return undefined;
    }
    this.#settle(address);
    return address;
  }

  /** An address that readers see: with what A44 hides and A49 still shows. */
  findForReading(cloudAddress: string): CloudAddress | undefined {
    this.forgetDeleted();
    const address = this.book.find(cloudAddress);
    if (
      address === undefined ||
      address.createdAt + this.quirks.notFoundAfterCreateMilliseconds > this.now()
    ) {
      return undefined;
    }
    this.#settle(address);
    return address;
  }

  isVisibleTo(owner: Owner, address: CloudAddress): boolean {
    return this.quirks.accountWide
      ? owner.account === address.owner.account
      : owner.keyDigest === address.owner.keyDigest;
  }

  isPending(address: CloudAddress): boolean {
    this.#settle(address);
    return this.quirks.pendingForever || address.pending !== undefined;
  }

  create(
    owner: Owner,
    characteristics: Characteristics,
    given: NewAddress = {},
    pending = true,
  ): CloudAddress {
    const address: CloudAddress = {
      cloudAddress: given.cloudAddress ?? newCloudAddress(owner),
      sequence: this.book.nextSequence(),
      owner,
      createdAt: given.createdAt ?? this.now(),
      characteristics: copyCharacteristics(characteristics),
      password: given.password ?? newPassword(),
      version: given.version ?? 1,
      pending: undefined,
      stalePolls: 0,
      previous: undefined,
      shownUntil: undefined,
    };
    if (pending) {
      this.#markWritten(address);
    }
    this.book.add(address);
    this.settings.onChange();
    return address;
  }

  change(address: CloudAddress, characteristics: Characteristics): void {
    const unchanged = JSON.stringify(address.characteristics) === JSON.stringify(characteristics);
    this.#remember(address);
    address.characteristics = copyCharacteristics(characteristics);
    if (!unchanged || this.quirks.unchangedPutBumpsVersion) {
      address.version += 1;
    }
    this.#markWritten(address);
    this.settings.onChange();
  }

  resetPassword(address: CloudAddress): void {
    this.#remember(address);
    address.password = newPassword();
    if (this.quirks.resetBumpsVersion) {
      address.version += 1;
    }
    if (this.quirks.resetCausesPending) {
      this.#markWritten(address);
    } else if (address.pending === undefined) {
      address.previous = undefined;
    }
    this.settings.onChange();
  }

  delete(address: CloudAddress): void {
    if (this.quirks.deletedVisibleMilliseconds > 0) {
      address.shownUntil = this.now() + this.quirks.deletedVisibleMilliseconds;
      this.#lingering.push(address);
    } else {
      this.book.remove(address);
    }
    this.settings.onChange();
  }

  /** One `ready` call: what it answers, counting the polls of A43 and of the readiness mode `polls`. */
  poll(address: CloudAddress): "ready" | "pending" {
    if (this.quirks.pendingForever) {
      return "pending";
    }
    if (address.pending === undefined) {
      return "ready";
    }
    if (address.stalePolls > 0) {
      address.stalePolls -= 1;
      return "ready";
    }
    if (address.pending.until === "polls") {
      if (address.pending.left === 0) {
        this.#becomeReady(address);
        return "ready";
      }
      address.pending.left -= 1;
      this.settings.onChange();
    }
    return "pending";
  }

  /** Makes one pending address ready, or all. */
  release(address?: CloudAddress): void {
    for (const pending of address === undefined ? this.book.all() : [address]) {
      if (pending.pending !== undefined) {
        this.#becomeReady(pending);
      }
    }
  }

  clear(): void {
    this.book.clear();
    this.#lingering.length = 0;
    this.settings.onChange();
  }

  #markWritten(address: CloudAddress): void {
    address.pending = pendingAfterWrite(this.settings.readiness, this.now());
    address.stalePolls = address.pending === undefined ? 0 : this.quirks.stalePolls;
    if (address.pending === undefined) {
      address.previous = undefined;
    }
  }

  #remember(address: CloudAddress): void {
    address.previous ??= { characteristics: address.characteristics, version: address.version };
  }

  #settle(address: CloudAddress): void {
    if (address.pending?.until === "time" && address.pending.time <= this.now()) {
      this.#becomeReady(address);
    }
  }

  #becomeReady(address: CloudAddress): void {
    address.pending = undefined;
    address.previous = undefined;
    if (this.quirks.readyBumpsVersion) {
      address.version += 1;
    }
    this.settings.onChange();
  }

  /** Removes the deleted addresses that A49 has shown long enough. */
  forgetDeleted(): void {
    const now = this.now();
    while (this.#lingering.length > 0 && this.#lingering[0]!.shownUntil! <= now) {
      this.book.remove(this.#lingering.shift()!);
    }
  }
}
