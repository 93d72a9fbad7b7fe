import { sameCharacteristics, type Characteristics, type CloudAddressDetails } from "../../client";
import { canBeMarked, unmark } from "../../provider/ownership/marker";
import { characteristicsText } from "../service/characteristics-text";
import type { CloudAddressResource } from "../stack/cloud-address-resource";
import type { Finding } from "./finding";
import type { KnownAddresses } from "./known-addresses";
import { findMarker, ownerName, type OwnershipMarker } from "../ownership/marker";
import { stateCharacteristics } from "./state-characteristics";

/** A cloud address that exists and that no given state has. */
export interface Orphan {
  readonly cloudAddress: string;
  /** The version that was judged; undefined if the service sends none. */
  readonly etag: string | undefined;
  readonly finding: Finding;
  /** The resources that it was, or may have been, made for. */
  readonly makers: readonly CloudAddressResource[];
  /** Set if it is marked as made by a stack whose state was not given: that state may well have it. */
  readonly otherStack?: string;
}

/** Says what can be known of an orphan: what it is, which resource it was made for, and by which stack. */
export function describeOrphan(details: CloudAddressDetails, known: KnownAddresses): Orphan {
  const { cloudAddress, characteristics, etag } = details;
  const marker = findMarker(characteristics, known.ownershipGroups);
  const plain = unmark(characteristics, marker === undefined ? [] : [marker.group]);
  const makers = marker === undefined ? fittingCreates(plain, known) : ownerOf(marker, known);
  const isInterrupted = makers.some((maker) => known.interruptedCreates.includes(maker));
  const sentences = [
    `no given state has it; ${plain.action}, ${characteristicsText(plain)}`,
    marker &&
      `its marker says that the stack marked "${marker.ownershipGroup}" made it for "${ownerName(marker)}"`,
    isInterrupted && `a run broke off while creating ${makers.map(({ name }) => name).join(" or ")}`,
  ];
  const [maker] = makers;
  const isOfOtherStack = maker === undefined && marker && !known.ownershipGroups.has(marker.ownershipGroup);
  return {
    cloudAddress,
    etag,
    makers,
    finding: {
      kind: "orphan",
      cloudAddress,
      ...(maker && makers.length === 1 && { resource: maker.urn }),
      detail: sentences.filter((sentence) => sentence).join("; "),
    },
    ...(isOfOtherStack && { otherStack: marker.ownershipGroup }),
  };
}

function ownerOf({ owner }: OwnershipMarker, known: KnownAddresses): CloudAddressResource[] {
  const resource = known.ownedBy(owner);
  return resource === undefined ? [] : [resource];
}

/** The interrupted creates that may have made an address without a marker: those that wanted just such a one. */
function fittingCreates(
  characteristics: Characteristics,
  { interruptedCreates }: KnownAddresses,
): CloudAddressResource[] {
  return interruptedCreates.filter((resource) => {
    const isUnmarked = resource.owner === undefined || !canBeMarked(characteristics);
    const wanted = stateCharacteristics(resource);
    return isUnmarked && wanted !== undefined && sameCharacteristics(wanted, characteristics);
  });
}
