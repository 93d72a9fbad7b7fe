import { AddressWording, quotedIfOdd, type AccessAddress, type GroupSummary } from "../../../access/index";
import { table } from "../../output/table";

/** The groups with their members and the listeners that admit them, as a table. */
export function groupsText(groups: readonly GroupSummary[], addresses: readonly AccessAddress[]): string {
  const wording = new AddressWording(addresses);
  const rows = groups.map(({ group, members, listeners }) => [
    quotedIfOdd(group),
    members.length === 0 ? "nobody" : wording.sources(members),
    listeners.length === 0 ? "nobody" : wording.targets(listeners),
  ]);
  return rows.length === 0 ? "There are no groups.\n" : table(["group", "members", "admitted by"], rows);
}

/** `{ groups: [{ group, members, listeners }] }` with `{ cloudAddress, name }` for each address. */
export function groupsJson(groups: readonly GroupSummary[]): object {
  return {
    groups: groups.map(({ group, members, listeners }) => ({
      group,
      members: members.map(identity),
      listeners: listeners.map(identity),
    })),
  };
}

/** An address as it stands in all JSON of `vnc-cloud access`. */
export function identity({ id, name }: AccessAddress): { cloudAddress: string; name: string } {
  return { cloudAddress: id, name };
}
