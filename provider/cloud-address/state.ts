import { sameCharacteristics, type Characteristics } from "../../client";
import { characteristicsOf } from "./characteristics";
import { creationGraceSeconds, isArgument, type CloudAddressInputs } from "./inputs";

/** The outputs of a cloud address, as the engine stores them: every argument as applied, and what the service said. */
export interface CloudAddressState extends CloudAddressInputs {
  readonly cloudAddress: string;
  /** Absent when this provider neither created the address nor reset its password. */
  readonly cloudPassword?: string;
  /** Entity version last seen; an empty string when the service sends none (A1). */
  readonly etag?: string;
  /**
   * Entity version right after our own last write. Absent until a write has settled: a refresh forgets the engine's
   * own mark of a partial failure, this mark survives it.
   */
  readonly writtenEtag?: string;
  /** One-way fingerprint of the API key that owns the address. */
  readonly keyFingerprint?: string;
  /**
   * The password version that was applied, while `passwordVersion` shows {@link changedOutsidePulumi}. The engine hides
   * names that begin with two underscores from people.
   */
  readonly __passwordVersion?: string | number;
  /** What a change was to write whose answer was lost: the address may have it. Absent once a write has settled. */
  readonly __sent?: Characteristics;
  /** The ownership marker that the address carries at the service, if any. */
  readonly __ownership?: string;
}

/** What `passwordVersion` shows after somebody else wrote to an address with `onExternalChange: "resetPassword"`. */
export const changedOutsidePulumi = "(changed outside Pulumi)";

/** Whether the last write has been seen to be complete. */
export function isSettled(state: CloudAddressState): boolean {
  return state.writtenEtag !== undefined;
}

/** Seconds for which a 404 says nothing: an address that was created may not be seen at once (A44). 0 once it was seen. */
export function notFoundGraceSecondsOf({ etag }: Pick<CloudAddressState, "etag">): number {
  return etag === undefined ? creationGraceSeconds : 0;
}

/** Whether characteristics at the service are those last seen there, or those of a change of our own that was lost. */
export function isExplained(state: CloudAddressState, now: Characteristics): boolean {
  const { __sent: sent } = state;
  return (
    sameCharacteristics(now, characteristicsOf(state)) ||
    (sent !== undefined && sameCharacteristics(now, sent))
  );
}

/** The password version that was last applied, whatever is shown. */
export function appliedPasswordVersion(state: CloudAddressState): string | number | undefined {
  return state.passwordVersion === changedOutsidePulumi ? state.__passwordVersion : state.passwordVersion;
}

/**
 * Whether a version that was seen is one that this provider did not write. A version that the service did not send, or
 * that was not seen after the last write, says nothing (A1).
 */
export function isForeignVersion(
  { writtenEtag }: Pick<CloudAddressState, "writtenEtag">,
  etag: string | undefined,
): boolean {
  return isPresent(writtenEtag) && isPresent(etag) && etag !== writtenEtag;
}

function isPresent(etag: string | undefined): boolean {
  return etag !== undefined && etag !== "";
}

/** What a state has beside the arguments. */
export function outputsOf(state: CloudAddressState): Omit<CloudAddressState, keyof CloudAddressInputs> {
  const outputs = Object.entries(state).filter(([name]) => !isArgument(name));
  return Object.fromEntries(outputs) as unknown as Omit<CloudAddressState, keyof CloudAddressInputs>;
}
