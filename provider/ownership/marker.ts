import { createHash } from "node:crypto";
import { groupsOf, type Action, type Characteristics } from "../../client";
import { maximumGroupLength } from "../check/group";

/**
 * The group that marks an address as made by one resource of one stack. It differs for connect and listen addresses,
 * so that no marker ever lets one of them reach another.
 *
 * @param ownershipGroup The reserved text of the stack, `vnc-cloud:ownershipGroup`.
 * @param owner What tells the resource from all others: its name, and a digest of its URN.
 * @example
 * markerOf("iac", "listen", "kiosk-7/0f1e2d3c4b5a"); // "iac/listen/kiosk-7/0f1e2d3c4b5a"
 */
export function markerOf(ownershipGroup: string, action: Action, owner: string): string {
  const marker = `${ownershipGroup}/${action}/${owner}`;
  if ([...marker].length <= maximumGroupLength) return marker;
  const digest = createHash("sha256").update(owner).digest("hex").slice(0, 32);
  return `${ownershipGroup}/${action}/${digest}`;
}

/** Whether a group can only be a marker of the stack. */
export function isMarker(ownershipGroup: string, group: string): boolean {
  return group.startsWith(`${ownershipGroup}/`);
}

/** Whether the characteristics can carry a marker: on an open listener it would be an access list, and close it. */
export function canBeMarked(characteristics: Characteristics): boolean {
  return characteristics.action === "connect" || characteristics.accessControl !== undefined;
}

/** The characteristics with the marker among the groups. */
export function mark(characteristics: Characteristics, marker: string): Characteristics {
  if (characteristics.action === "connect") {
    return { action: "connect", groups: [...(characteristics.groups ?? []), marker] };
  }
  const { accessControl } = characteristics;
  if (accessControl === undefined) return characteristics;
  return {
    action: "listen",
    accessControl: { ...accessControl, groups: [...(accessControl.groups ?? []), marker] },
  };
}

/** The first of the markers that is among the groups. */
export function markerIn(characteristics: Characteristics, markers: readonly string[]): string | undefined {
  const groups = groupsOf(characteristics);
  return markers.find((marker) => groups.includes(marker));
}

/** The characteristics without any of the markers. */
export function unmark(characteristics: Characteristics, markers: readonly string[]): Characteristics {
  if (characteristics.action === "connect") {
    const { groups, ...rest } = characteristics;
    return { ...rest, ...without(groups, markers) };
  }
  const { accessControl } = characteristics;
  if (accessControl === undefined) return characteristics;
  const { groups, ...rest } = accessControl;
  // An access list that held nothing but the marker stays an access list: leaving it out would say "open to all".
  return { action: "listen", accessControl: { ...rest, ...without(groups, markers) } };
}

function without(
  groups: readonly string[] | undefined,
  markers: readonly string[],
): { groups?: readonly string[] } {
  const left = groups?.filter((group) => !markers.includes(group));
  return left === undefined || left.length === 0 ? {} : { groups: left };
}
