import type { AccessGraph, GraphNode } from "../../../../access/index";

/** Where a node stands: sources in column 0, groups and keys in column 1, targets in column 2. */
export interface Place {
  readonly column: 0 | 1 | 2;
  readonly row: number;
}

const columns: Readonly<Record<GraphNode["kind"], Place["column"]>> = {
  sources: 0,
  group: 1,
  key: 1,
  targets: 2,
};

const sweeps = 4;

/**
 * Places the nodes of a graph, the columns ordered so that few arrows cross: in turns, each node moves to the mean row
 * of its neighbours (the barycentre method). Nodes without an arrow come last.
 */
export function layOut({ nodes, edges }: AccessGraph): Place[] {
  const neighbours: number[][] = nodes.map(() => []);
  for (const { from, to } of edges) {
    neighbours[from]?.push(to);
    neighbours[to]?.push(from);
  }
  const ordered = ([0, 1, 2] as const).map((column) =>
    [...nodes.keys()].filter((node) => columns[(nodes[node] as GraphNode).kind] === column),
  );
  const rows: number[] = nodes.map(() => 0);
  const number = (column: readonly number[]): void => column.forEach((node, row) => (rows[node] = row));
  ordered.forEach(number);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const column of sweep % 2 === 0 ? ordered : ordered.toReversed()) {
      const wanted = new Map(column.map((node) => [node, meanRow(neighbours[node] ?? [], rows)]));
      column.sort((one, other) => (wanted.get(one) as number) - (wanted.get(other) as number));
      number(column);
    }
  }
  return nodes.map((node, position) => ({ column: columns[node.kind], row: rows[position] as number }));
}

function meanRow(neighbours: readonly number[], rows: readonly number[]): number {
  if (neighbours.length === 0) return Number.MAX_SAFE_INTEGER;
  return neighbours.reduce((sum, node) => sum + (rows[node] as number), 0) / neighbours.length;
}

/** A node with all from which arrows lead to it and all to which arrows lead from it, by their positions. */
export function connectedTo(node: number, { edges }: AccessGraph): Set<number> {
  const connected = new Set([node]);
  follow(node, (at) => edges.filter(({ from }) => from === at).map(({ to }) => to), connected);
  follow(node, (at) => edges.filter(({ to }) => to === at).map(({ from }) => from), connected);
  return connected;
}

function follow(node: number, next: (node: number) => number[], found: Set<number>): void {
  for (const other of next(node)) {
    if (found.has(other)) continue;
    found.add(other);
    follow(other, next, found);
  }
}
