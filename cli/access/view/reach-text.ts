import {
  accessControlOf,
  accessRelation,
  describeReasons,
  groupsOf,
  listenersByGroup,
  printable,
  quotedIfOdd,
  type AccessAddress,
  type AccessWorld,
} from "../../../access/index";
import type { Styler } from "../../output/colour";
import { table } from "../../output/table";

/** Who can reach one address, and whom it can reach, as tables. */
export function* reachText(
  world: AccessWorld,
  wanted: { readonly from?: ReadonlySet<AccessAddress>; readonly to?: ReadonlySet<AccessAddress> },
  paint: Styler,
): Generator<string> {
  const rows: string[][] = [];
  for (const { listener, admits } of accessRelation(world)) {
    if (wanted.to && !wanted.to.has(listener)) continue;
    for (const { from, via, certain } of admits) {
      if (wanted.from && !wanted.from.has(from)) continue;
      rows.push([
        printable(from.name),
        printable(from.collection),
        printable(listener.name),
        printable(listener.collection),
        certain ? describeReasons(via) : `? ${describeReasons(via)}`,
        wanted.to ? from.id : listener.id,
      ]);
    }
  }
  const notes = wanted.to ? admittedElsewhere(wanted.to, world) : listedElsewhere(wanted.from ?? [], world);
  const other = wanted.to ? "address of from" : "address of to";
  if (rows.length === 0) yield "Nobody.\n";
  else yield table(["from", "of", "to", "of", "via", other], rows);
  if (rows.some((row) => row[4]?.startsWith("?"))) {
    yield paint("yellow", "? = only perhaps: something that decides it is not known.\n");
  }
  for (const note of notes) yield `note: ${note}\n`;
}

/** Whom listeners admit beside the addresses looked at. */
function* admittedElsewhere(listeners: Iterable<AccessAddress>, world: AccessWorld): Generator<string> {
  const here = new Set(world.addresses.map(({ id }) => id));
  for (const listener of listeners) {
    const control = accessControlOf(listener);
    if (typeof control !== "object") continue;
    const name = printable(listener.name);
    for (const group of control.groups.known) {
      if (world.members.has(group)) continue;
      yield `${name} also admits the group ${quotedIfOdd(group)}, of which nobody here is a member.`;
    }
    for (const id of control.cloudAddresses.known) {
      if (here.has(id)) continue;
      yield `${name} also admits ${printable(id)}, which is none of the addresses looked at.`;
    }
  }
}

/** Groups by which listeners of other stacks may admit connect addresses. */
function* listedElsewhere(connectors: Iterable<AccessAddress>, world: AccessWorld): Generator<string> {
  const listed = listenersByGroup(world);
  for (const connector of connectors) {
    for (const group of groupsOf(connector).known) {
      if (listed.has(group)) continue;
      yield `${printable(connector.name)} is in the group ${quotedIfOdd(group)}, which no access list here names.`;
    }
  }
}
