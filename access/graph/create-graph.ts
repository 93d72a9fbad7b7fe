import { accessControlOf, groupsOf, type AccessAddress } from "../world/address";
import type { AccessWorld } from "../world/world";
import { alikeConnectors, alikeListeners } from "./alike";
import type { AccessGraph, GraphEdge, GraphNode } from "./graph";

/** Makes the picture of a world. */
export function createGraph(world: AccessWorld): AccessGraph {
  return new GraphBuilder(world).build();
}

class GraphBuilder {
  private readonly nodes: GraphNode[] = [];
  private readonly edges: GraphEdge[] = [];
  private readonly groups = new Map<string, number>();
  private readonly keys = new Map<string, number>();
  /** Target nodes that name an address, by its id. */
  private readonly namedBy = new Map<string, number[]>();

  constructor(private readonly world: AccessWorld) {}

  build(): AccessGraph {
    for (const addresses of alikeListeners(this.world.listeners)) this.addTargets(addresses);
    const connectors = this.world.connectors.filter((connector) => !connector.outside);
    for (const addresses of alikeConnectors(this.world, connectors)) this.addSources(addresses);
    return { nodes: this.nodes, edges: this.edges };
  }

  private addTargets(addresses: readonly AccessAddress[]): void {
    const target = this.nodes.push({ kind: "targets", addresses }) - 1;
    const listener = addresses[0] as AccessAddress;
    const control = accessControlOf(listener);
    const uncertain = listener.action === "unknown";
    if (control === "unknown") return;
    if (control === "open") {
      this.edges.push({ from: this.keyNode(listener.key.name), to: target, uncertain });
      return;
    }
    for (const group of new Set(control.groups.known)) {
      if (this.world.members.has(group))
        this.edges.push({ from: this.groupNode(group), to: target, uncertain });
    }
    for (const id of new Set(control.cloudAddresses.known)) {
      this.namedBy.set(id, [...(this.namedBy.get(id) ?? []), target]);
    }
  }

  private addSources(addresses: readonly AccessAddress[]): void {
    const source = this.nodes.push({ kind: "sources", addresses }) - 1;
    const connector = addresses[0] as AccessAddress;
    const uncertain = connector.action === "unknown";
    for (const group of new Set(groupsOf(connector).known)) {
      const node = this.groups.get(group);
      if (node !== undefined) this.edges.push({ from: source, to: node, uncertain });
    }
    const key = this.keys.get(connector.key.name);
    if (key !== undefined) this.edges.push({ from: source, to: key, uncertain });
    for (const target of this.namedBy.get(connector.id) ?? []) {
      this.edges.push({ from: source, to: target, label: "by address", uncertain });
    }
  }

  private groupNode(group: string): number {
    return this.nodeOf(this.groups, group, { kind: "group", group });
  }

  private keyNode(key: string): number {
    return this.nodeOf(this.keys, key, { kind: "key", key });
  }

  private nodeOf(index: Map<string, number>, name: string, node: GraphNode): number {
    const existing = index.get(name);
    if (existing !== undefined) return existing;
    const position = this.nodes.push(node) - 1;
    index.set(name, position);
    return position;
  }
}
