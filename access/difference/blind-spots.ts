import { listenersByGroup } from "../summary/group-summary";
import { accessControlOf, groupsOf, type AccessAddress } from "../world/address";
import type { AccessDifference } from "./difference";

/**
 * A group that a change puts somebody into or into an access list, and that has no other side among the addresses
 * looked at: what that opens can be told only by who knows the other side.
 */
export interface BlindSpot {
  readonly group: string;
  /** `joins`: connect addresses become members, no list names it. `lists`: lists name it, nobody is a member. */
  readonly change: "joins" | "lists";
  readonly addresses: readonly AccessAddress[];
}

/** The groups of a change that have one side only. */
export function blindSpots({ before, after }: AccessDifference): BlindSpot[] {
  const earlier = new Map(before.addresses.map((address) => [address.id, address]));
  const listed = listenersByGroup(after);
  const joined = gather(after.connectors, earlier, memberOf, (group) => !listed.has(group));
  const named = gather(after.listeners, earlier, naming, (group) => !after.members.has(group));
  return [
    ...[...joined].map(([group, addresses]) => ({ group, change: "joins" as const, addresses })),
    ...[...named].map(([group, addresses]) => ({ group, change: "lists" as const, addresses })),
  ];
}

function gather(
  addresses: readonly AccessAddress[],
  earlier: ReadonlyMap<string, AccessAddress>,
  groupsIn: (address: AccessAddress) => readonly string[],
  isOneSided: (group: string) => boolean,
): Map<string, AccessAddress[]> {
  const found = new Map<string, AccessAddress[]>();
  for (const address of addresses) {
    const old = earlier.get(address.id);
    if (old === address || address.outside) continue;
    const had = new Set(old ? groupsIn(old) : []);
    for (const group of new Set(groupsIn(address))) {
      if (had.has(group) || !isOneSided(group)) continue;
      const same = found.get(group);
      if (same) same.push(address);
      else found.set(group, [address]);
    }
  }
  return found;
}

function memberOf(address: AccessAddress): readonly string[] {
  return groupsOf(address).known;
}

function naming(address: AccessAddress): readonly string[] {
  const control = accessControlOf(address);
  return typeof control === "object" ? control.groups.known : [];
}
