import type { AccessAddress } from "../world/address";

/** Connect addresses that are alike: of one collection and one API key, in the same groups, named by the same lists. */
export interface SourceNode {
  readonly kind: "sources";
  readonly addresses: readonly AccessAddress[];
}

/** Listen addresses that are alike: of one collection, admitting the same. */
export interface TargetNode {
  readonly kind: "targets";
  readonly addresses: readonly AccessAddress[];
}

/** A group that has members and that access lists name. */
export interface GroupNode {
  readonly kind: "group";
  readonly group: string;
}

/** All connect addresses of one API key, to whom an open listener is open. */
export interface KeyNode {
  readonly kind: "key";
  readonly key: string;
}

export type GraphNode = SourceNode | TargetNode | GroupNode | KeyNode;

/** An arrow between two nodes, by their positions. `uncertain` if something about it is not known. */
export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  readonly label?: "by address";
  readonly uncertain: boolean;
}

/**
 * Who can reach whom as a picture: an arrow's tail may connect to its head, through groups and keys in between. Like
 * addresses are one node, so thousands of addresses make a picture that can be read.
 */
export interface AccessGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
