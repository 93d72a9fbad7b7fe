import { accessControlOf, mayListen, type AccessAddress } from "./address";

const elsewhere = { id: "unknown", collection: "elsewhere", outside: true } as const;

/** Stands for whatever address an access list will name that is not known yet: it may be none of those looked at. */
export const anyConnector: AccessAddress = {
  ...elsewhere,
  name: "an address not known yet",
  action: "unknown",
  key: { name: "(of an address not known yet)", known: false },
};

/** Stands for the listeners elsewhere that may name a group which is not known yet. */
export const anyListener: AccessAddress = {
  ...elsewhere,
  name: "listeners elsewhere that name it",
  action: "listen",
  key: { name: "(of listeners elsewhere)", known: false },
  accessControl: { groups: { known: [], unknown: "anything" }, cloudAddresses: { known: [] } },
};

/** Whether the access list of a listener may name an address of which nothing is known. */
export function mayNameAnyAddress(listener: AccessAddress): boolean {
  const control = accessControlOf(listener);
  return control === "unknown" || (control !== "open" && control.cloudAddresses.unknown === "anything");
}

/**
 * The addresses that access lists name and that are not among those looked at.
 * @param known Ids of addresses that are known not to exist, although they are not among those looked at.
 */
export function* namedElsewhere(
  addresses: ReadonlyMap<string, AccessAddress>,
  known: ReadonlySet<string>,
): Generator<AccessAddress> {
  const named = new Set<string>();
  for (const address of addresses.values()) {
    const control = mayListen(address) ? accessControlOf(address) : "open";
    if (typeof control === "object") for (const id of control.cloudAddresses.known) named.add(id);
  }
  for (const id of named) {
    if (addresses.has(id) || known.has(id)) continue;
    const key = { name: `(of ${id})`, known: false };
    yield { ...elsewhere, id, name: id, action: "unknown", key };
  }
}
