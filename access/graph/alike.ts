import { admissionProfile } from "../relation/admissions";
import { accessControlOf, groupsOf, type AccessAddress } from "../world/address";
import type { AccessWorld } from "../world/world";

/** Listen addresses of one collection that admit the same, class by class, in the order of their first members. */
export function alikeListeners(listeners: readonly AccessAddress[]): AccessAddress[][] {
  return classes(listeners, (listener) => [listener.collection, admissionProfile(listener)]);
}

/**
 * Connect addresses of one collection and API key that are in the same groups and named by the same access lists of the
 * world, class by class: every listener admits either all of a class or none.
 */
export function alikeConnectors(
  { listeners }: AccessWorld,
  connectors: readonly AccessAddress[],
): AccessAddress[][] {
  const namedBy = new Map<string, Set<string>>();
  for (const listener of listeners) {
    const control = accessControlOf(listener);
    if (typeof control !== "object") continue;
    const { known, unknown } = control.cloudAddresses;
    const possible = unknown === "anything" ? [] : (unknown ?? []);
    if (known.length + possible.length === 0) continue;
    const profile = admissionProfile(listener);
    for (const id of [...known, ...possible]) {
      const lists = namedBy.get(id);
      if (lists) lists.add(profile);
      else namedBy.set(id, new Set([profile]));
    }
  }
  return classes(connectors, (connector) => {
    const { known, unknown } = groupsOf(connector);
    const itself = connector.action === "unknown" || connector.outside ? connector.id : undefined;
    const lists = [...(namedBy.get(connector.id) ?? [])];
    return [connector.collection, connector.key, [...known].sort(), unknown, lists, itself];
  });
}

function classes(
  addresses: readonly AccessAddress[],
  signatureOf: (address: AccessAddress) => unknown,
): AccessAddress[][] {
  const found = new Map<string, AccessAddress[]>();
  for (const address of addresses) {
    const signature = JSON.stringify(signatureOf(address));
    const members = found.get(signature);
    if (members) members.push(address);
    else found.set(signature, [address]);
  }
  return [...found.values()];
}
