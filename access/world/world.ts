import type { AccessAddress } from "./address";
import { accessControlOf, groupsOf, mayConnect, mayListen } from "./address";

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
 * @param outsideOf Ids that are known though they are not in this world, for instance because they were in the world
 *   before a change. Addresses that an access list names and that are neither here nor there become members of the
 *   world as `outside`. Undefined = no such members.
 */
export function createWorld(
  addresses: Iterable<AccessAddress>,
  outsideOf?: ReadonlySet<string>,
): AccessWorld {
  const byId = new Map<string, AccessAddress>();
  for (const address of addresses) if (!byId.has(address.id)) byId.set(address.id, address);
  if (outsideOf) for (const address of outsideAddresses(byId, outsideOf)) byId.set(address.id, address);
  const all = [...byId.values()];
  const connectors = all.filter(mayConnect);
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
  return {
    addresses: all,
    connectors,
    listeners: all.filter(mayListen),
    connectorPositions: new Map(connectors.map((connector, position) => [connector.id, position])),
    members,
    withUnknownGroups,
    byKey,
  };
}

function* outsideAddresses(
  inside: ReadonlyMap<string, AccessAddress>,
  known: ReadonlySet<string>,
): Generator<AccessAddress> {
  const named = new Set<string>();
  for (const address of inside.values()) {
    const control = mayListen(address) ? accessControlOf(address) : "open";
    if (typeof control === "object") for (const id of control.cloudAddresses.known) named.add(id);
  }
  for (const id of named) {
    if (inside.has(id) || known.has(id)) continue;
    const key = { name: "(another stack's)", known: false };
    yield { id, name: id, collection: "elsewhere", action: "unknown", key, outside: true };
  }
}

function append(index: Map<string, number[]>, name: string, position: number): void {
  const positions = index.get(name);
  if (positions) positions.push(position);
  else index.set(name, [position]);
}
