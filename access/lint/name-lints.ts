import { listenersByGroup } from "../summary/group-summary";
import type { AccessAddress } from "../world/address";
import type { AccessWorld } from "../world/world";
import type { LintFinding } from "./finding";
import { similarNames } from "./similar-names";

/** Group names that could be taken for each other. */
export function lintNames(world: AccessWorld): LintFinding[] {
  const listeners = listenersByGroup(world);
  return similarNames([...world.members.keys(), ...listeners.keys()]).map(({ names, similarity }) => {
    const [one, other] = names;
    return {
      kind: "similar-group-names",
      names,
      addresses: names.flatMap((name) => [...membersOf(world, name), ...(listeners.get(name) ?? [])]),
      message:
        `the groups "${one}" and "${other}" differ only by ${similarity}. Names are compared exactly, ` +
        "so they are two groups.",
    };
  });
}

function membersOf(world: AccessWorld, group: string): AccessAddress[] {
  return (world.members.get(group) ?? []).map((position) => world.connectors[position] as AccessAddress);
}
