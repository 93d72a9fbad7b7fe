import { createHash, timingSafeEqual } from "node:crypto";
import { checkReadiness } from "../addresses/check-readiness";
import { checkEdit, checkSeeds } from "../addresses/check-seed";
import type { CloudAddress } from "../addresses/cloud-address";
import type { Readiness } from "../addresses/readiness";
import type { EditedCharacteristics, SeedAddress } from "../emulator";
import { checkFaultPlans } from "../faults/check-fault-plans";
import type { FaultAccount, FaultPlan } from "../faults/fault-plan";
import { duration } from "../input/field";
import { InvalidInput, UnknownCloudAddress } from "../input/invalid-input";
import type { RequestCounts } from "../journal/journal";
import type { JournalEntry } from "../journal/journal-entry";
import { checkQuirks } from "../quirks/check-quirks";
import { withQuirks, type Quirks } from "../quirks/quirks";
import type { World } from "../server/world";
import { takeSnapshot, type Snapshot } from "../snapshot/snapshot";
import type { Controls } from "./controls";

/** The controls over a world. Whatever they are given is checked as a whole before any of it is applied. */
export class WorldControls implements Controls {
  readonly #world: World;
  readonly #atStart: { quirks: Quirks; readiness: Readiness; latencyMilliseconds: number };

  constructor(world: World) {
    this.#world = world;
    const { quirks, readiness } = world.service.settings;
    this.#atStart = { quirks, readiness, latencyMilliseconds: world.latencyMilliseconds };
  }

  reset(): void {
    const { quirks, readiness, latencyMilliseconds } = this.#atStart;
    const { service } = this.#world;
    service.clear();
    service.settings.quirks = quirks;
    service.settings.readiness = readiness;
    this.#world.latencyMilliseconds = latencyMilliseconds;
    this.clearFaults();
    this.clearJournal();
  }

  seed(addresses: readonly SeedAddress[]): string[] {
    const { service, accounts } = this.#world;
    const problems = checkSeeds(addresses);
    if (problems.length === 0) {
      addresses.forEach(({ apiKey, cloudAddress }, index) => {
        if (apiKey !== undefined && accounts.ownerOf(apiKey) === undefined) {
          problems.push(`addresses[${index}].apiKey is none of the emulator's accounts.`);
        }
        if (cloudAddress !== undefined && service.book.find(cloudAddress) !== undefined) {
          problems.push(`addresses[${index}].cloudAddress exists already: ${cloudAddress}.`);
        }
      });
    }
    InvalidInput.throwIfAny("No address was seeded:", problems);
    return addresses.map((seed) => {
      const owner = seed.apiKey === undefined ? accounts.owners()[0]! : accounts.ownerOf(seed.apiKey)!;
      const { cloudAddress, cloudPassword: password, version, pending = false } = seed;
      const given = { cloudAddress, password, version, createdAt: 0 };
      return service.create(owner, seed, given, pending).cloudAddress;
    });
  }

  snapshot(): Snapshot {
    return takeSnapshot(this.#world.service);
  }

  editAddress(cloudAddress: string, characteristics: EditedCharacteristics): void {
    const address = this.#find(cloudAddress);
    InvalidInput.throwIfAny(`${cloudAddress} was not edited:`, checkEdit(characteristics));
    const allowedActions = characteristics.allowedActions ?? address.characteristics.allowedActions;
    this.#world.service.change(address, { ...characteristics, allowedActions });
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

  readiness(): Readiness {
    return { ...this.#world.service.settings.readiness };
  }

  setReadiness(readiness: Readiness): void {
    InvalidInput.throwIfAny("The readiness mode was not changed:", checkReadiness(readiness));
    this.#world.service.settings.readiness = { ...readiness };
  }

  releaseReadiness(cloudAddress?: string): void {
    this.#world.service.release(cloudAddress === undefined ? undefined : this.#find(cloudAddress));
  }

  setQuirks(quirks: Partial<Quirks>): void {
    InvalidInput.throwIfAny("No switch was changed:", checkQuirks(quirks));
    this.#world.service.settings.quirks = withQuirks(this.#world.service.quirks, quirks);
  }

  quirks(): Quirks {
    return { ...this.#world.service.quirks };
  }

  latency(): number {
    return this.#world.latencyMilliseconds;
  }

  setLatency(milliseconds: number): void {
    const problems = duration.accepts(milliseconds) ? [] : [`milliseconds must be ${duration.must}.`];
    InvalidInput.throwIfAny("The latency was not changed:", problems);
    this.#world.latencyMilliseconds = milliseconds;
  }

  planFaults(plans: readonly FaultPlan[]): string[] {
    InvalidInput.throwIfAny("No fault was planned:", checkFaultPlans(plans));
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
      throw new UnknownCloudAddress(cloudAddress);
    }
    return address;
  }
}
