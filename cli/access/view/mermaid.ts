import { AddressWording, createGraph, type AccessWorld, type GraphNode } from "../../../access/index";
import { nodeText } from "./node-text";

/** Mermaid refuses to draw more arrows than this unless told otherwise. */
const mostEdges = 500;

/** Who can reach whom as a Mermaid flowchart; like addresses are one box. */
export function* mermaid(world: AccessWorld): Generator<string> {
  const { nodes, edges } = createGraph(world);
  const wording = new AddressWording(world.addresses);
  yield "flowchart LR\n";
  if (edges.length > mostEdges) {
    yield `  %% ${edges.length} arrows: set maxEdges in the configuration of Mermaid, or show a part only.\n`;
  }
  for (const [position, node] of nodes.entries()) yield `  n${position}${boxOf(node, wording)}\n`;
  for (const { from, to, label, uncertain } of edges) {
    const arrow = uncertain ? "-.->" : "-->";
    yield `  n${from} ${arrow}${label === undefined ? "" : `|${label}|`} n${to}\n`;
  }
  for (const name of ["sources", "targets", "group", "key"] as const) {
    const members = [...nodes.entries()]
      .filter(([, node]) => node.kind === name)
      .map(([position]) => `n${position}`);
    if (members.length > 0) yield `  class ${members.join(",")} ${name}\n`;
  }
}

function boxOf(node: GraphNode, wording: AddressWording): string {
  const text = `"${escape(nodeText(node, wording))}"`;
  switch (node.kind) {
    case "sources":
      return `([${text}])`;
    case "targets":
      return `[${text}]`;
    case "group":
      return `{{${text}}}`;
    case "key":
      return `((${text}))`;
  }
}

/** Everything that is neither letter, digit nor harmless as Mermaid's code of the character. */
function escape(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,:()/-]/gu, (character) => `#${character.codePointAt(0)};`);
}
