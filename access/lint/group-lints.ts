import { summariseGroups, type GroupSummary } from "../summary/group-summary";
import type { AccessAddress } from "../world/address";
import { accessControlOf } from "../world/address";
import type { AccessWorld } from "../world/world";
import type { LintFinding } from "./finding";

/** Groups that only one side uses, and groups that two API keys use. Says nothing where an unknown may explain it. */
export function lintGroups(world: AccessWorld): LintFinding[] {
  const membersUnknown = world.withUnknownGroups.length > 0;
  const listsUnknown = world.listeners.some(mayNameOtherGroups);
  return summariseGroups(world).flatMap((summary) => {
    const { group, members, listeners } = summary;
    const names = [group];
    if (members.length === 0 && !membersUnknown) {
      const message = `access lists name the group "${group}", but nobody is a member of it.`;
      return { kind: "group-without-member", names, addresses: listeners, message };
    }
    if (listeners.length === 0 && !listsUnknown) {
      const message = `no access list names the group "${group}": its members gain nothing by it.`;
      return { kind: "group-not-listed", names, addresses: members, message };
    }
    return acrossKeys(summary);
  });
}

function acrossKeys({ group, members, listeners }: GroupSummary): LintFinding[] {
  const keys = keysOf(members);
  const foreign = listeners.filter((listener) => [...keys].some((key) => key !== listener.key.name));
  if (foreign.length === 0) return [];
  const message =
    `members of the group "${group}" belong to another API key than listeners that name it. The VNC Cloud API ` +
    "documentation does not say that a group ends at the key, so they are counted as admitted.";
  return [{ kind: "group-across-keys", names: [group], addresses: foreign, message }];
}

function keysOf(addresses: readonly AccessAddress[]): Set<string> {
  return new Set(addresses.map((address) => address.key.name));
}

function mayNameOtherGroups(listener: AccessAddress): boolean {
  const control = accessControlOf(listener);
  return control === "unknown" || (control !== "open" && control.groups.unknown !== undefined);
}
