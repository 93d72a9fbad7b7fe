import { Admissions } from "../relation/admissions";
import type { AccessAddress } from "../world/address";
import { accessControlOf } from "../world/address";
import type { AccessWorld } from "../world/world";
import type { LintFinding, LintKind } from "./finding";

/** Open listeners, and addresses that nobody can reach or that reach nobody, be it only perhaps. */
export function lintReach(world: AccessWorld): LintFinding[] {
  const admissions = new Admissions(world);
  const reached = new Uint8Array(world.connectors.length);
  const unreachable: AccessAddress[] = [];
  for (const listener of world.listeners) {
    const { connectors } = admissions.rowOf(listener);
    if (connectors.length === 0) unreachable.push(listener);
    for (const connector of connectors) reached[connector] = 1;
  }
  const open = world.listeners.filter((listener) => accessControlOf(listener) === "open");
  const idle = world.connectors.filter(
    (connector, position) => !connector.outside && reached[position] === 0,
  );
  return [
    ...finding(
      "open-listener",
      open,
      "no access control: every connect address of the same API key may connect.",
    ),
    ...finding("unreachable-listener", unreachable, "nobody can connect to these listen addresses."),
    ...finding("connector-without-access", idle, "these connect addresses can connect to nobody."),
  ];
}

function finding(kind: LintKind, addresses: readonly AccessAddress[], message: string): LintFinding[] {
  return addresses.length === 0 ? [] : [{ kind, names: [], addresses, message }];
}

/** Access lists that name addresses which are not there or cannot connect (A21). */
export function lintListedAddresses(world: AccessWorld): LintFinding[] {
  const byId = new Map(world.addresses.map((address) => [address.id, address]));
  const naming = new Map<string, AccessAddress[]>();
  for (const listener of world.listeners) {
    const control = accessControlOf(listener);
    if (typeof control !== "object") continue;
    for (const id of new Set(control.cloudAddresses.known)) append(naming, id, listener);
  }
  return [...naming].flatMap(([id, addresses]): LintFinding[] => {
    const named = byId.get(id);
    if (!named || named.outside) {
      const message = `access lists name ${id}, which is none of the addresses looked at: deleted, or of another stack?`;
      return [{ kind: "listed-address-missing", names: [id], addresses, message }];
    }
    if (named.action !== "listen") return [];
    const message = `access lists name ${named.name}, which listens: it cannot connect.`;
    return [{ kind: "listed-address-listens", names: [id], addresses, message }];
  });
}

function append(naming: Map<string, AccessAddress[]>, id: string, listener: AccessAddress): void {
  const listeners = naming.get(id);
  if (listeners) listeners.push(listener);
  else naming.set(id, [listener]);
}
