import {
  describeUnknowns,
  printable,
  type AddressWording,
  type AccessAddress,
  type GraphNode,
} from "../../../access/index";

/** What stands in the box of a node; what is not known of its addresses is said there, for no arrow can tell it. */
export function nodeText(node: GraphNode, wording: AddressWording): string {
  switch (node.kind) {
    case "sources":
      return wording.sources(node.addresses) + notKnown(node.addresses);
    case "targets":
      return wording.targets(node.addresses) + notKnown(node.addresses);
    case "group":
      return printable(node.group);
    case "key":
      return `every connect address of the API key ${printable(node.key)}`;
  }
}

function notKnown(addresses: readonly AccessAddress[]): string {
  const unknowns = describeUnknowns(addresses[0] as AccessAddress);
  return unknowns.length === 0 ? "" : ` (not known: ${unknowns.join(", ")})`;
}
