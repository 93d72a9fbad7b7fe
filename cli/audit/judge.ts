import { sameCharacteristics, type CloudAddressDetails } from "../../client";
import { isForeignVersion } from "../../provider/cloud-address/state";
import { unmark } from "../../provider/ownership/marker";
import { characteristicsText } from "../service/characteristics-text";
import type { Finding } from "./finding";
import type { KnownAddress } from "./known-addresses";
import { stateCharacteristics } from "./state-characteristics";

/**
 * What the service's version of an address says against the state: that its characteristics moved, or that only its
 * version did, so that somebody else wrote it. An address that a stack only looks up, or is about to delete, is not
 * its to keep.
 */
export function judgeKnown(details: CloudAddressDetails, known: KnownAddress): Finding | undefined {
  const { resource } = known;
  if (resource.external || resource.pendingDeletion || resource.pendingReplacement) return undefined;
  const about = { cloudAddress: details.cloudAddress, resource: resource.urn };
  const expected = stateCharacteristics(resource);
  const marker = resource.ownershipMarker;
  const found = unmark(details.characteristics, marker === undefined ? [] : [marker]);
  if (expected !== undefined && !sameCharacteristics(expected, found)) {
    const moved =
      expected.action === found.action
        ? `in the state: ${characteristicsText(expected)}; at the service: ${characteristicsText(found)}`
        : `in the state its action is ${expected.action}, at the service ${found.action}`;
    return { kind: "drift", ...about, detail: `${moved}${interruption(known)}` };
  }
  const { writtenEtag } = resource.outputs;
  if (typeof writtenEtag !== "string" || !isForeignVersion({ writtenEtag }, details.etag)) return undefined;
  const rest =
    expected === undefined
      ? "the state keeps its characteristics secret, so whether they moved cannot be told"
      : "its characteristics are as they were, but its password may have been reset";
  const versions = `the stack wrote version ${writtenEtag}, the service has ${details.etag}`;
  return { kind: "external-write", ...about, detail: `${versions}: ${rest}${interruption(known)}` };
}

/** The finding for an address of a state that the service answered 404 for. */
export function judgeMissing(known: KnownAddress): Finding | undefined {
  const { cloudAddress, resource } = known;
  // Its deletion is what the stack wants; the next run finds it done.
  if (resource.pendingDeletion || resource.pendingReplacement) return undefined;
  const role = resource.external ? "looks it up" : "has it";
  const detail = `the stack ${role}, the service does not have it (404)${interruption(known)}`;
  return { kind: "missing", cloudAddress, resource: resource.urn, detail };
}

/** The finding for a listen address that admits everybody. */
export function judgeOpenness(
  { cloudAddress, characteristics }: CloudAddressDetails,
  known: KnownAddress | undefined,
): Finding | undefined {
  if (characteristics.action !== "listen" || characteristics.accessControl !== undefined) return undefined;
  return {
    kind: "open-listener",
    cloudAddress,
    ...(known && { resource: known.resource.urn }),
    detail: "it has no access control, so every connect address of the API key may connect to it",
  };
}

function interruption({ interruptedWhile }: KnownAddress): string {
  return interruptedWhile === undefined ? "" : `; a run broke off while ${interruptedWhile} it`;
}
