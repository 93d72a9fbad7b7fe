import { timingSafeEqual, createHash } from "node:crypto";
import { copyCharacteristics } from "./addresses/characteristics";
import type { CloudAddress } from "./addresses/cloud-address";
import type { Readiness } from "./addresses/readiness";
import type { EditedCharacteristics, Emulator, SeedAddress, Snapshot, SnapshotAddress } from "./emulator";
import type { FaultAccount, FaultPlan } from "./faults/fault-plan";
import type { RequestCounts } from "./journal/journal";
import type { JournalEntry } from "./journal/journal-entry";
import type { Quirks } from "./quirks/quirks";
import type { World } from "./server/world";
import { entityTag } from "./wire/entity-tag";

/** Where an emulator listens and how it stops. */
export interface Listening {
  readonly endpoint: string;
  readonly port: number;
  close(): Promise<void>;
}

/** The controls of an emulator; the control plane under `/_emulator/` calls the same functions. */
export class ControlledEmulator implements Emulator {
  readonly endpoint: string;
  readonly port: number;
  readonly #world: World;
  readonly #listening: Listening;
  readonly #atStart: { quirks: Quirks; readiness: Readiness; latencyMilliseconds: number };

  constructor(world: World, listening: Listening) {
    this.#world = world;
    this.#listening = listening;
    this.endpoint = listening.endpoint;
    this.port = listening.port;
    const { quirks, readiness } = world.service.settings;
    this.#atStart = { quirks, readiness, latencyMilliseconds: world.latencyMilliseconds };
  }

  close(): Promise<void> {
    return this.#listening.close();
  }

  reset(): void {
    const { quirks, readiness, latencyMilliseconds } = this.#atStart;
    this.#world.service.clear();
    this.#world.service.settings.quirks = quirks;
    this.#world.service.settings.readiness = readiness;
    this.#world.latencyMilliseconds = latencyMilliseconds;
    this.clearFaults();
    this.clearJournal();
  }

  seed(addresses: readonly SeedAddress[]): string[] {
    const { service, accounts } = this.#world;
    return addresses.map((seed) => {
      const owner = seed.apiKey === undefined ? accounts.owners()[0] : accounts.ownerOf(seed.apiKey);
      if (owner === undefined) {
        throw new Error(
          "The emulator does not know the apiKey of a seed address. Start it with that account.",
        );
      }
      if (seed.cloudAddress !== undefined && service.book.find(seed.cloudAddress) !== undefined) {
        throw new Error(`The emulator has the cloud address ${seed.cloudAddress} already.`);
      }
      const { cloudAddress, cloudPassword: password, version, pending = false } = seed;
      const address = service.create(owner, seed, { cloudAddress, password, version });
      if (!pending) {
        address.pending = undefined;
      }
      return address.cloudAddress;
    });
  }

  snapshot(): Snapshot {
    const addresses = [...this.#world.service.book.all()].filter(
      ({ shownUntil }) => shownUntil === undefined,
    );
    return { addresses: addresses.map((address) => this.#describe(address)) };
  }

  editAddress(cloudAddress: string, characteristics: EditedCharacteristics): void {
    const address = this.#find(cloudAddress);
    const { allowedActions } = address.characteristics;
    this.#world.service.change(address, { allowedActions, ...characteristics });
  }

  resetPassword(cloudAddress: string): void {
    this.#world.service.resetPassword(this.#find(cloudAddress));
  }

  deleteAddress(cloudAddress: string): void {
    this.#world.service.delete(this.#find(cloudAddress));
  }

  verifyPassword(cloudAddress: string, password: string): boolean {
    const digest = (text: string) => createHash("sha256").update(text).digest();
    return timingSafeEqual(digest(this.#find(cloudAddress).password), digest(password));
  }

  setReadiness(readiness: Readiness): void {
    this.#world.service.settings.readiness = structuredClone(readiness);
  }

  releaseReadiness(cloudAddress?: string): void {
    this.#world.service.release(cloudAddress === undefined ? undefined : this.#find(cloudAddress));
  }

  setQuirks(quirks: Partial<Quirks>): void {
    this.#world.service.settings.quirks = { ...this.#world.service.quirks, ...quirks };
  }

  quirks(): Quirks {
    return { ...this.#world.service.quirks };
  }

  setLatency(milliseconds: number): void {
    this.#world.latencyMilliseconds = milliseconds;
  }

  planFaults(plans: readonly FaultPlan[]): string[] {
    return this.#world.faults.plan(plans);
  }

  faults(): FaultAccount[] {
    return this.#world.faults.accounts();
  }

  clearFaults(): void {
    this.#world.faults.clear();
  }

  journal(): JournalEntry[] {
    return this.#world.journal.entries();
  }

  requestCounts(): RequestCounts {
    return this.#world.journal.counts();
  }

  clearJournal(): void {
    this.#world.journal.clear();
  }

  #find(cloudAddress: string): CloudAddress {
    const address = this.#world.service.find(cloudAddress);
    if (address === undefined) {
      throw new Error(`The emulator has no cloud address ${cloudAddress}.`);
    }
    return address;
  }

  #describe(address: CloudAddress): SnapshotAddress {
    const { service } = this.#world;
    const changes = service.isPending(address) ? "pending" : "none";
    return {
      cloudAddress: address.cloudAddress,
      owner: address.owner.account,
      keyFingerprint: address.owner.keyDigest.slice(0, 16),
      ...copyCharacteristics(address.characteristics),
      version: address.version,
      etag: entityTag(address, address.version, service.quirks) ?? `"${address.version}"`,
      changes,
    };
  }
}
