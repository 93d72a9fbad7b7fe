import type { ChangeKind } from "../difference/change";
import type { AccessDifference, ListenerPair } from "../difference/difference";
import type { Reason } from "../relation/reasons";
import type { AccessAddress } from "../world/address";
import { fingerprintOf } from "./fingerprint";

/**
 * A rectangle of pairs that change alike: each of its sources to each of its targets, for the same reasons. Blocks are
 * what people review; together they hold every changed pair exactly once.
 */
export interface AccessBlock {
  readonly kind: ChangeKind;
  readonly via: readonly Reason[];
  readonly to: readonly AccessAddress[];
  readonly fromCount: number;
  /** The sources, computed when asked for. */
  from(): readonly AccessAddress[];
}

/** A block while it grows, and a listener whose row has its sources. */
interface GrowingBlock {
  readonly kind: ChangeKind;
  readonly reasons: number;
  readonly fromCount: number;
  readonly example: ListenerPair;
  readonly to: AccessAddress[];
}

/** The changed pairs as blocks, in the order of the listeners. Memory: each listener once for each block it is in. */
export function accessBlocks(difference: AccessDifference): AccessBlock[] {
  const byProfile = new Map<string, GrowingBlock[]>();
  const bySources = new Map<string, GrowingBlock[]>();
  for (const pair of difference.listeners) {
    const profile = difference.profileOf(pair);
    let blocks = byProfile.get(profile);
    if (!blocks) {
      blocks = blocksOfListener(difference, pair, bySources);
      byProfile.set(profile, blocks);
    }
    for (const block of blocks) block.to.push((pair.after ?? pair.before) as AccessAddress);
  }
  return [...bySources.values()].flat().map((block) => ({
    kind: block.kind,
    via: difference.reasonSets.get(block.reasons),
    to: block.to,
    fromCount: block.fromCount,
    from: () =>
      sourcesOf(difference, block).map(
        (connector) => difference.connectors.latest[connector] as AccessAddress,
      ),
  }));
}

function blocksOfListener(
  difference: AccessDifference,
  pair: ListenerPair,
  bySources: Map<string, GrowingBlock[]>,
): GrowingBlock[] {
  const parts = new Map<string, { kind: ChangeKind; reasons: number; sources: number[] }>();
  for (const { kind, reasons, connector } of difference.rowOf(pair)) {
    const name = `${kind} ${reasons}`;
    const part = parts.get(name);
    if (part) part.sources.push(connector);
    else parts.set(name, { kind, reasons, sources: [connector] });
  }
  return [...parts].map(([name, { kind, reasons, sources }]) => {
    const signature = `${name} ${fingerprintOf(sources)}`;
    const alike = bySources.get(signature) ?? [];
    bySources.set(signature, alike);
    const existing = alike.find((block) => isSame(sourcesOf(difference, block), sources));
    if (existing) return existing;
    const block = { kind, reasons, fromCount: sources.length, example: pair, to: [] };
    alike.push(block);
    return block;
  });
}

function sourcesOf(difference: AccessDifference, block: GrowingBlock): number[] {
  return difference
    .rowOf(block.example)
    .filter((change) => change.kind === block.kind && change.reasons === block.reasons)
    .map((change) => change.connector);
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((number, place) => number === other[place]);
}
