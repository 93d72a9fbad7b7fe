import type { AccessAddress } from "../world/address";
import { accessControlOf } from "../world/address";
import type { AccessWorld } from "../world/world";

/** One group: who is in it, and which listen addresses admit it. */
export interface GroupSummary {
  readonly group: string;
  readonly members: readonly AccessAddress[];
  readonly listeners: readonly AccessAddress[];
}

/** Every group that somebody is a member of or that an access list names, in alphabetical order. */
export function summariseGroups(world: AccessWorld): GroupSummary[] {
  const listeners = listenersByGroup(world);
  const names = new Set([...world.members.keys(), ...listeners.keys()]);
  return [...names].sort().map((group) => ({
    group,
    members: (world.members.get(group) ?? []).map((position) => world.connectors[position] as AccessAddress),
    listeners: listeners.get(group) ?? [],
  }));
}

/** The listen addresses whose access list names a group, by group. */
export function listenersByGroup(world: AccessWorld): Map<string, AccessAddress[]> {
  const listeners = new Map<string, AccessAddress[]>();
  for (const listener of world.listeners) {
    const control = accessControlOf(listener);
    if (typeof control !== "object") continue;
    for (const group of new Set(control.groups.known)) {
      const named = listeners.get(group);
      if (named) named.push(listener);
      else listeners.set(group, [listener]);
    }
  }
  return listeners;
}
