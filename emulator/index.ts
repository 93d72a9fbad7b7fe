/**
 * An emulator of the VNC Cloud REST API 1.1, strict by default.
 *
 * @module
 */
export { startEmulator } from "./start-emulator";
export { defaultQuirks, type Quirks } from "./quirks/quirks";
export type { AccountOptions } from "./accounts/account";
export type { AccessControl, Characteristics } from "./addresses/characteristics";
export type { Readiness } from "./addresses/readiness";
export type { EditedCharacteristics, Emulator, SeedAddress } from "./emulator";
export type { Snapshot, SnapshotAddress } from "./snapshot/snapshot";
export { InvalidInput, UnknownCloudAddress } from "./input/invalid-input";
export type { Fault, FaultAccount, FaultPlan } from "./faults/fault-plan";
export type { RequestCounts } from "./journal/journal";
export type { JournalEntry } from "./journal/journal-entry";
export type { EmulatorOptions } from "./options/emulator-options";
export type { OperationName } from "./wire/route";
