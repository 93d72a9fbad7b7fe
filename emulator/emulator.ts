import type { Characteristics } from "./addresses/characteristics";
import type { Readiness } from "./addresses/readiness";
import type { FaultAccount, FaultPlan } from "./faults/fault-plan";
import type { RequestCounts } from "./journal/journal";
import type { JournalEntry } from "./journal/journal-entry";
import type { Quirks } from "./quirks/quirks";
import type { Snapshot } from "./snapshot/snapshot";

/** An address to put into the emulator without a request. Limits are not checked: what a test needs may exist. */
export interface SeedAddress extends Characteristics {
  /** Default: made up. */
  cloudAddress?: string | undefined;
  /** The key that owns it. Default: the first account's. */
  apiKey?: string | undefined;
  /** Default: made up, and to be learned by a reset only. */
  cloudPassword?: string | undefined;
  /** The entity version. Default 1. */
  version?: number | undefined;
  /** Whether it starts pending, for as long as the readiness mode says. Default false. */
  pending?: boolean | undefined;
}

/** Characteristics for an out-of-band edit: like a PUT it replaces all, but the action may be left out. */
export type EditedCharacteristics = Omit<Characteristics, "allowedActions"> & { allowedActions?: string[] };

/**
 * A running emulator.
 *
 * Every function that is given something throws `InvalidInput` with all its faults, and has then done nothing;
 * those that name an address throw `UnknownCloudAddress` when the emulator does not have it.
 */
export interface Emulator {
  /** The base URL of the API: `http://127.0.0.1:PORT/cloud/1.1`. */
  readonly endpoint: string;
  readonly port: number;
  /** Ends every connection, also stalled ones, writes the data file, and stops. Safe to call twice. */
  close(): Promise<void>;
  /** Ends every connection and stops listening, so that new ones are refused (`ECONNREFUSED`). */
  refuseConnections(): Promise<void>;
  /** Listens on the same port again. */
  acceptConnections(): Promise<void>;

  /** Back to the start: no addresses, faults or journal; readiness, quirks and latency as started. */
  reset(): void;
  /** Adds addresses, ready to use, and returns their names. */
  seed(addresses: readonly SeedAddress[]): string[];
  snapshot(): Snapshot;
  /** Changes an address as another person with curl would: a new version, and pending by the readiness mode. */
  editAddress(cloudAddress: string, characteristics: EditedCharacteristics): void;
  /** Resets a password as another person would. */
  resetPassword(cloudAddress: string): void;
  /** Deletes an address as another person would. */
  deleteAddress(cloudAddress: string): void;
  /** Whether a device with this password would be let in (A51: the old one is refused from the reset on). */
  verifyPassword(cloudAddress: string, password: string): boolean;

  readiness(): Readiness;
  /** How long writes from now on leave an address pending. Those that are pending wait on as they were. */
  setReadiness(readiness: Readiness): void;
  /** Makes one pending address ready, or all. */
  releaseReadiness(cloudAddress?: string): void;
  /** Changes the given switches; the others stay. */
  setQuirks(quirks: Partial<Quirks>): void;
  quirks(): Quirks;
  latency(): number;
  /** Pause before each request is processed, in milliseconds. */
  setLatency(milliseconds: number): void;

  /** Adds fault plans behind those that there are, and returns their ids. */
  planFaults(plans: readonly FaultPlan[]): string[];
  faults(): FaultAccount[];
  clearFaults(): void;

  /** The latest requests, in the order of arrival. */
  journal(): JournalEntry[];
  /** How many requests came, by operation, also those that the journal has forgotten. */
  requestCounts(): RequestCounts;
  /** Forgets entries and counts. */
  clearJournal(): void;
}
