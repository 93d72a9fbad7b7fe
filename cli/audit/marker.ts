import type { Characteristics } from "../../client";
import type { CloudAddressResource } from "../stack/cloud-address-resource";

/** What the ownership marker of an address says: which stack made it, and for which of its resources. */
export interface OwnershipMarker {
  /** The group itself: `iac:shop/prod/listen/kiosk-7`. */
  readonly group: string;
  /** What the stack marks its addresses with, `vnc-cloud:ownershipGroup`: `iac:shop/prod`. */
  readonly ownershipGroup: string;
  /** The resource's name, or a digest of a long one: `kiosk-7`. */
  readonly name: string;
}

/**
 * The ownership marker among the groups of an address. A group of an ownership group that is known is preferred to one
 * that only has the form.
 */
export function findMarker(
  characteristics: Characteristics,
  ownershipGroups: ReadonlySet<string>,
): OwnershipMarker | undefined {
  const groups =
    characteristics.action === "connect" ? characteristics.groups : characteristics.accessControl?.groups;
  const infix = `/${characteristics.action}/`;
  const markers = (groups ?? []).flatMap((group) => {
    const known = [...ownershipGroups].find((ownershipGroup) => group.startsWith(ownershipGroup + infix));
    const end = known?.length ?? group.indexOf(infix);
    const name = group.slice(end + infix.length);
    return end > 0 && name !== "" ? [{ group, ownershipGroup: group.slice(0, end), name }] : [];
  });
  return markers.find(({ ownershipGroup }) => ownershipGroups.has(ownershipGroup)) ?? markers[0];
}

/** The ownership group of the stack that a resource belongs to, by the marker in its state. */
export function ownershipGroupOf(resource: CloudAddressResource): string | undefined {
  const { ownershipMarker, outputs } = resource;
  if (ownershipMarker === undefined || typeof outputs.action !== "string") return undefined;
  const infix = `/${outputs.action}/`;
  const byName = ownershipMarker.endsWith(infix + resource.name)
    ? ownershipMarker.length - infix.length - resource.name.length
    : ownershipMarker.lastIndexOf(infix);
  return byName > 0 ? ownershipMarker.slice(0, byName) : undefined;
}
