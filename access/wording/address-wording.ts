import { mayConnect, mayListen, type AccessAddress } from "../world/address";
import { printable } from "./printable";

/** So many addresses are named one by one; of more, their number and the first few are told. */
const mostNamed = 3;
const mostExamples = 8;
const mostCollections = 4;

/** Finds short words for addresses and sets of them, among the addresses of which people are told. */
export class AddressWording {
  private readonly uses = new Map<string, number>();
  private readonly sourceTotals: Map<string, number>;
  private readonly targetTotals: Map<string, number>;

  constructor(addresses: readonly AccessAddress[]) {
    for (const { name } of addresses) this.uses.set(name, (this.uses.get(name) ?? 0) + 1);
    this.sourceTotals = countByCollection(addresses.filter(mayConnect));
    this.targetTotals = countByCollection(addresses.filter(mayListen));
  }

  /** The name of an address; with its collection where the name alone could be another's. */
  name(address: AccessAddress): string {
    const name = printable(address.name);
    const isAmbiguous = (this.uses.get(address.name) ?? 0) > 1;
    const withCollection = isAmbiguous ? `${name} of ${printable(address.collection)}` : name;
    return address.remark === undefined ? withCollection : `${withCollection} [${address.remark}]`;
  }

  /** Connect addresses: `kim, lee` or `12 of 40 connect addresses of team (ada, bob, cem, ...)`. */
  sources(addresses: readonly AccessAddress[]): string {
    return this.describe(addresses, this.sourceTotals, ["connect address", "connect addresses"]);
  }

  /** Listen addresses: `device-1, device-2` or `all 214 listeners of fleet-eu`. */
  targets(addresses: readonly AccessAddress[]): string {
    return this.describe(addresses, this.targetTotals, ["listener", "listeners"]);
  }

  /** Addresses of either kind. */
  anyOf(addresses: readonly AccessAddress[]): string {
    const sources = addresses.filter((address) => address.action === "connect");
    const targets = addresses.filter((address) => address.action !== "connect");
    return [sources.length > 0 && this.sources(sources), targets.length > 0 && this.targets(targets)]
      .filter((text) => text !== false)
      .join("; ");
  }

  private describe(
    addresses: readonly AccessAddress[],
    totals: ReadonlyMap<string, number>,
    [one, many]: readonly [string, string],
  ): string {
    if (addresses.length <= mostNamed) return addresses.map((address) => this.name(address)).join(", ");
    const parts = [...groupByCollection(addresses)].sort(([, a], [, b]) => b.length - a.length);
    const told = parts.slice(0, mostCollections).map(([collection, members]) => {
      const noun = members.length === 1 ? one : many;
      const total = totals.get(collection) ?? members.length;
      const where = printable(collection);
      if (members.length === total) return `${total > 1 ? "all " : ""}${total} ${noun} of ${where}`;
      const names = members.slice(0, mostExamples).map((member) => this.name(member));
      const more = members.length > mostExamples ? ", ..." : "";
      return `${members.length} of ${total} ${many} of ${where} (${names.join(", ")}${more})`;
    });
    const untold = parts.slice(mostCollections).reduce((sum, [, members]) => sum + members.length, 0);
    return untold === 0 ? told.join(", ") : `${told.join(", ")} and ${untold} others`;
  }
}

function countByCollection(addresses: readonly AccessAddress[]): Map<string, number> {
  return new Map([...groupByCollection(addresses)].map(([collection, { length }]) => [collection, length]));
}

function groupByCollection(addresses: readonly AccessAddress[]): Map<string, AccessAddress[]> {
  const groups = new Map<string, AccessAddress[]>();
  for (const address of addresses) {
    const group = groups.get(address.collection);
    if (group) group.push(address);
    else groups.set(address.collection, [address]);
  }
  return groups;
}
