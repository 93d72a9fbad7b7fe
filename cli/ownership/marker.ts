import { groupsOf, type Characteristics } from "../../client";
import type { CloudAddressResource } from "../stack/cloud-address-resource";

/** What the ownership marker of an address says: which stack made it, and for which of its resources. */
export interface OwnershipMarker {
  /** The group itself: `iac:shop/prod/listen/kiosk-7/0f1e2d3c4b5a`. */
  readonly group: string;
  /** What the stack marks its addresses with, `vnc-cloud:ownershipGroup`: `iac:shop/prod`. */
  readonly ownershipGroup: string;
  /** The resource by name and digest, `kiosk-7/0f1e2d3c4b5a`, or a digest alone for one with a long name. */
  readonly owner: string;
}

/**
 * The ownership marker among the groups of an address. A group of an ownership group that is known is preferred to one
 * that only has the form.
 */
export function findMarker(
  characteristics: Characteristics,
  ownershipGroups: ReadonlySet<string>,
): OwnershipMarker | undefined {
  const infix = `/${characteristics.action}/`;
  const markers = groupsOf(characteristics).flatMap((group): OwnershipMarker[] => {
    const known = [...ownershipGroups].find((ownershipGroup) => group.startsWith(ownershipGroup + infix));
    const end = known?.length ?? group.indexOf(infix);
    const owner = group.slice(end + infix.length);
    const isMarker = known !== undefined || (end > 0 && looksLikeOwner.test(owner));
    return isMarker ? [{ group, ownershipGroup: group.slice(0, end), owner }] : [];
  });
  return markers.find(({ ownershipGroup }) => ownershipGroups.has(ownershipGroup)) ?? markers[0];
}

const looksLikeOwner = /(\/[0-9a-f]{12}|^[0-9a-f]{32})$/;

/** How people are told of the owner: its name, if the marker has it. */
export function ownerName({ owner }: OwnershipMarker): string {
  return owner.replace(/\/[0-9a-f]{12}$/, "");
}

/** The ownership group of the stack that a resource belongs to, by the marker in its state. */
export function ownershipGroupOf({
  ownershipMarker,
  outputs,
  owner,
}: CloudAddressResource): string | undefined {
  if (ownershipMarker === undefined || typeof outputs.action !== "string") return undefined;
  const infix = `/${outputs.action}/`;
  const tail = owner !== undefined && ownershipMarker.endsWith(infix + owner) ? infix + owner : undefined;
  const end = tail === undefined ? ownershipMarker.lastIndexOf(infix) : ownershipMarker.length - tail.length;
  return end > 0 ? ownershipMarker.slice(0, end) : undefined;
}
