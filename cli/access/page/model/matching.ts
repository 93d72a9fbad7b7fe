import { accessControlOf, groupsOf, type AccessAddress } from "../../../../access/index";

/**
 * Finds addresses by what a person types: every word has to occur in the name, the collection, the cloud address or a
 * group that the address is in or admits. Upper and lower case are the same.
 */
export class AddressSearch {
  private readonly texts = new Map<AccessAddress, string>();

  /** The addresses that match, in their order; all of them for an empty text. */
  find(addresses: readonly AccessAddress[], typed: string): readonly AccessAddress[] {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return addresses;
    return addresses.filter((address) => {
      const text = this.textOf(address);
      return words.every((word) => text.includes(word));
    });
  }

  private textOf(address: AccessAddress): string {
    let text = this.texts.get(address);
    if (text === undefined) {
      const control = accessControlOf(address);
      const admitted = typeof control === "object" ? control.groups.known : [];
      const { name, collection, id } = address;
      text = [name, collection, id, ...groupsOf(address).known, ...admitted].join("\n").toLowerCase();
      this.texts.set(address, text);
    }
    return text;
  }
}
