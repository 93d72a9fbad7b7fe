import { sameCharacteristics, type CloudAddressDetails } from "../../client";
import { unmark } from "../../provider/ownership/marker";
import { characteristicsText } from "../service/characteristics-text";
import type { CloudAddressResource } from "../stack/cloud-address-resource";
import type { Finding } from "./finding";
import type { KnownAddresses } from "./known-addresses";
import { findMarker, type OwnershipMarker } from "./marker";
import { stateCharacteristics } from "./state-characteristics";

/** A cloud address that exists and that no given state has. */
export interface Orphan {
  readonly cloudAddress: string;
  /** The version that was judged; undefined if the service sends none. */
  readonly etag: string | undefined;
  readonly finding: Finding;
  /** The interrupted creates that may have made it. */
  readonly makers: readonly CloudAddressResource[];
  /** Set if it is marked as made by a stack whose state was not given: that state may well have it. */
  readonly otherStack?: string;
}

/** Says what can be known of an orphan: what it is, which resource it was made for, and by which stack. */
export function describeOrphan(details: CloudAddressDetails, known: KnownAddresses): Orphan {
  const { cloudAddress, characteristics, etag } = details;
  const marker = findMarker(characteristics, known.ownershipGroups);
  const otherStack =
    marker === undefined || known.ownershipGroups.has(marker.ownershipGroup)
      ? undefined
      : marker.ownershipGroup;
  const makers = interruptedMakers(details, marker, known);
  const plain = unmark(characteristics, marker === undefined ? [] : [marker.group]);
  const sentences = [
    `no given state has it; ${plain.action}, ${characteristicsText(plain)}`,
    marker && `its marker says that the stack marked "${marker.ownershipGroup}" made it for "${marker.name}"`,
    makers.length > 0 && `a run broke off while creating ${makers.map(({ name }) => name).join(" or ")}`,
  ];
  const [maker] = makers;
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
    ...(otherStack !== undefined && { otherStack }),
  };
}

/** The interrupted creates that may have made the address: those that wanted just such a one. */
function interruptedMakers(
  { characteristics }: CloudAddressDetails,
  marker: OwnershipMarker | undefined,
  { interruptedCreates }: KnownAddresses,
): CloudAddressResource[] {
  const plain = unmark(characteristics, marker === undefined ? [] : [marker.group]);
  const fitting = interruptedCreates.filter((resource) => {
    const wanted = stateCharacteristics(resource);
    return wanted !== undefined && sameCharacteristics(wanted, plain);
  });
  const named = fitting.filter(({ name }) => name === marker?.name);
  return named.length > 0 ? named : fitting;
}
