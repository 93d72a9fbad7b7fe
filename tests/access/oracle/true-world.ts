import fc from "fast-check";
import type { AccessAddress, NameList } from "../../../access/world/address";

/** An address of which everything is known. */
export interface TrueAddress {
  readonly id: string;
  readonly action: "connect" | "listen";
  readonly key: string;
  readonly groups: readonly string[];
  /** Undefined = open. */
  readonly accessControl?: { readonly groups: readonly string[]; readonly cloudAddresses: readonly string[] };
}

const ids = Array.from({ length: 8 }, (_, number) => `address-${number}`);
const groupNames = ["a", "b", "A", "a "];

/** Worlds of up to eight addresses of two keys; lists also name addresses that do not exist. */
export const trueWorlds: fc.Arbitrary<TrueAddress[]> = fc.uniqueArray(trueAddresses(), {
  selector: (address) => address.id,
  maxLength: 8,
});

function trueAddresses(): fc.Arbitrary<TrueAddress> {
  const groups = fc.array(fc.constantFrom(...groupNames), { maxLength: 3 });
  const cloudAddresses = fc.array(fc.constantFrom(...ids), { maxLength: 2 });
  const common = { id: fc.constantFrom(...ids), key: fc.constantFrom("key-1", "key-2") };
  return fc.oneof(
    fc.record({ ...common, action: fc.constant("connect" as const), groups }),
    fc.record({ ...common, action: fc.constant("listen" as const), groups: fc.constant([]) }),
    fc.record({
      ...common,
      action: fc.constant("listen" as const),
      groups: fc.constant([]),
      accessControl: fc.record({ groups, cloudAddresses }),
    }),
  );
}

/**
 * The oracle: the documentation's rules, pair by pair, with nothing clever. Rule 20 for open listeners; a list admits
 * the members of its groups and the addresses it names.
 */
export function trueReasons(from: TrueAddress, to: TrueAddress): string[] {
  if (from.action !== "connect" || to.action !== "listen") return [];
  if (to.accessControl === undefined) return from.key === to.key ? ["open"] : [];
  const { groups, cloudAddresses } = to.accessControl;
  return [
    ...[...new Set(groups)].filter((group) => from.groups.includes(group)).map((group) => `group:${group}`),
    ...(cloudAddresses.includes(from.id) ? ["address"] : []),
  ].sort();
}

/** All pairs of the true relation as texts: `from -> to`, with the reasons. */
export function truePairs(world: readonly TrueAddress[]): Map<string, string[]> {
  const pairs = new Map<string, string[]>();
  for (const from of world) {
    for (const to of world) {
      const reasons = trueReasons(from, to);
      if (reasons.length > 0) pairs.set(pairText(from, to), reasons);
    }
  }
  return pairs;
}

export function pairText(from: { id: string }, to: { id: string }): string {
  return `${from.id} -> ${to.id}`;
}

/** The address as the analysis takes it, everything known. */
export function knownAddress(address: TrueAddress): AccessAddress {
  const { id, action, key, groups, accessControl } = address;
  return {
    id,
    name: id,
    collection: "world",
    action,
    key: { name: key, known: true },
    ...(action === "connect" && { groups: { known: groups } }),
    ...(accessControl && {
      accessControl: {
        groups: { known: accessControl.groups },
        cloudAddresses: { known: accessControl.cloudAddresses },
      },
    }),
  };
}

/** What is hidden of an address: each flag makes one part of it unknown. */
export interface Mask {
  readonly action: boolean;
  readonly key: boolean;
  readonly groups: boolean;
  readonly control: boolean;
  readonly controlGroups: boolean;
  readonly controlAddresses: boolean;
}

export const masks: fc.Arbitrary<Mask> = fc.record({
  action: rarely(),
  key: rarely(),
  groups: rarely(),
  control: rarely(),
  controlGroups: rarely(),
  controlAddresses: rarely(),
});

function rarely(): fc.Arbitrary<boolean> {
  return fc.integer({ min: 0, max: 4 }).map((number) => number === 4);
}

/** The address with parts of it hidden; the key's stand-in is a name that no other address has. */
export function maskedAddress(address: TrueAddress, mask: Mask): AccessAddress {
  const known = knownAddress(address);
  const hide = (list: NameList, hidden: boolean): NameList =>
    hidden ? { known: list.known.slice(1), unknown: "anything" } : list;
  const control = known.accessControl;
  return {
    ...known,
    action: mask.action ? "unknown" : known.action,
    key: mask.key ? { name: `key of ${address.id}`, known: false } : known.key,
    ...((known.groups || mask.action) && {
      groups: hide(known.groups ?? { known: [] }, mask.groups || mask.action),
    }),
    ...(mask.control || (mask.action && address.action === "connect")
      ? { accessControl: "unknown" as const }
      : typeof control === "object" && {
          accessControl: {
            groups: hide(control.groups, mask.controlGroups),
            cloudAddresses: hide(control.cloudAddresses, mask.controlAddresses),
          },
        }),
  };
}
