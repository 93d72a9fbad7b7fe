import type { AccessAddress } from "./address";
import { groupsOf, mayConnect, mayListen } from "./address";
import { anyConnector, anyListener, mayNameAnyAddress, namedElsewhere } from "./elsewhere";

/**
 * A set of addresses, indexed for the question who can reach whom. Its size is that of the addresses and their lists,
 * never that of the relation.
 */
export interface AccessWorld {
  readonly addresses: readonly AccessAddress[];
  /** Those that may open connections. Other indices are positions in here. */
  readonly connectors: readonly AccessAddress[];
  /** Those that may accept connections. */
  readonly listeners: readonly AccessAddress[];
  readonly connectorPositions: ReadonlyMap<string, number>;
  /** Group name -> positions of its connectors, ascending. Names are compared character by character (A16). */
  readonly members: ReadonlyMap<string, readonly number[]>;
  /** Positions of the connectors whose groups are not all known. */
  readonly withUnknownGroups: readonly number[];
  /** Name of the API key -> positions of its connectors. */
  readonly byKey: ReadonlyMap<string, readonly number[]>;
}

/**
 * Makes a world.
 * @param addresses If two have the same id, the first counts.
 * @param knownElsewhere Undefined = nothing but these addresses. Else the world gets members that are `outside`: one
 *   for each address that access lists name and that is neither among these nor in this set (of ids, for instance of
 *   addresses that existed before a change), and one for all that lists and groups may name that are not known yet.
 */
export function createWorld(
  addresses: Iterable<AccessAddress>,
  knownElsewhere?: ReadonlySet<string>,
): AccessWorld {
  const byId = new Map<string, AccessAddress>();
  for (const address of addresses) if (!byId.has(address.id)) byId.set(address.id, address);
  if (knownElsewhere) {
    for (const address of namedElsewhere(byId, knownElsewhere)) byId.set(address.id, address);
  }
  const all = [...byId.values()];
  const connectors = all.filter(mayConnect);
  const listeners = all.filter(mayListen);
  if (knownElsewhere && listeners.some(mayNameAnyAddress)) connectors.push(anyConnector);
  const members = new Map<string, number[]>();
  const byKey = new Map<string, number[]>();
  const withUnknownGroups: number[] = [];
  connectors.forEach((connector, position) => {
    if (connector.outside) return;
    const groups = groupsOf(connector);
    for (const group of new Set(groups.known)) append(members, group, position);
    if (groups.unknown) withUnknownGroups.push(position);
    append(byKey, connector.key.name, position);
  });
  if (knownElsewhere && withUnknownGroups.length > 0) listeners.push(anyListener);
  return {
    addresses: all,
    connectors,
    listeners,
    connectorPositions: new Map(connectors.map((connector, position) => [connector.id, position])),
    members,
    withUnknownGroups,
    byKey,
  };
}

function append(index: Map<string, number[]>, name: string, position: number): void {
  const positions = index.get(name);
  if (positions) positions.push(position);
  else index.set(name, [position]);
}
