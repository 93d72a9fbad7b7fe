import type { ChangeKind } from "../difference/change";
import type { AccessDifference, ListenerPair } from "../difference/difference";
import type { Reason } from "../relation/reasons";
import type { AccessAddress } from "../world/address";
import { fingerprintOf } from "./fingerprint";
import { Remainder, type AccessRemainder } from "./remainder";

/**
 * A rectangle of pairs that change alike: each of its sources to each of its targets, for the same reasons. Blocks are
 * what people review.
 */
export interface AccessBlock {
  readonly kind: ChangeKind;
  readonly via: readonly Reason[];
  readonly to: readonly AccessAddress[];
  readonly fromCount: number;
  /** The sources, computed when asked for. */
  from(): readonly AccessAddress[];
}

/** A difference in blocks. Every changed pair is in exactly one block or remainder. */
export interface AccessBlocks {
  readonly blocks: readonly AccessBlock[];
  /** What is beyond the number of blocks that anybody would read; one of each kind that there is. */
  readonly remainders: readonly AccessRemainder[];
}

/** A block while it grows, and a listener whose row has its sources. */
interface GrowingBlock {
  readonly kind: ChangeKind;
  /** Their number in the row of the example. */
  readonly reasons: number;
  readonly via: readonly Reason[];
  readonly fromCount: number;
  readonly example: ListenerPair;
  readonly to: AccessAddress[];
}

/** More lines than this nobody reads. */
const mostBlocks = 1000;

/**
 * The changed pairs as blocks, in the order of the listeners. Where nearly every pair is a block of its own, those
 * beyond the first thousand are only counted, so that memory stays in the order of the addresses.
 */
export function accessBlocks(difference: AccessDifference, most = mostBlocks): AccessBlocks {
  return new BlockBuilder(difference, most).build();
}

class BlockBuilder {
  /** Listeners of equal profiles are in the same blocks. Undefined: they were only counted. */
  private readonly byProfile = new Map<string, readonly GrowingBlock[] | undefined>();
  private readonly bySources = new Map<string, GrowingBlock[]>();
  private readonly remainder: Remainder;
  private count = 0;

  constructor(
    private readonly difference: AccessDifference,
    private readonly most: number,
  ) {
    this.remainder = new Remainder(difference);
  }

  build(): AccessBlocks {
    for (const pair of this.difference.listeners) {
      const profile = this.difference.profileOf(pair);
      if (!this.byProfile.has(profile)) this.byProfile.set(profile, this.blocksOf(pair));
      const blocks = this.byProfile.get(profile);
      if (!blocks) this.remainder.add(pair);
      else for (const block of blocks) block.to.push((pair.after ?? pair.before) as AccessAddress);
    }
    const blocks = [...this.bySources.values()].flat().filter(({ to }) => to.length > 0);
    return {
      blocks: blocks.map(({ kind, via, to, fromCount, ...block }) => {
        const from = () => this.sourcesOf({ kind, ...block }).map((position) => this.connector(position));
        return { kind, via, to, fromCount, from };
      }),
      remainders: this.remainder.all(),
    };
  }

  private connector(position: number): AccessAddress {
    return this.difference.connectors.latest[position] as AccessAddress;
  }

  private blocksOf(pair: ListenerPair): readonly GrowingBlock[] | undefined {
    const row = this.difference.rowOf(pair);
    const parts = new Map<string, { kind: ChangeKind; reasons: number; sources: number[] }>();
    for (const { kind, reasons, connector } of row.changes) {
      const name = `${kind} ${reasons}`;
      const part = parts.get(name);
      if (part) part.sources.push(connector);
      else parts.set(name, { kind, reasons, sources: [connector] });
      if (this.count + parts.size > this.most) return undefined;
    }
    return [...parts.values()].map(({ kind, reasons, sources }) => {
      const via = row.reasonsOf({ kind, reasons });
      const signature = `${kind} ${JSON.stringify(via)} ${fingerprintOf(sources)}`;
      const alike = this.bySources.get(signature) ?? [];
      this.bySources.set(signature, alike);
      const existing = alike.find((block) => isSame(this.sourcesOf(block), sources));
      if (existing) return existing;
      const block = { kind, reasons, via, fromCount: sources.length, example: pair, to: [] };
      alike.push(block);
      this.count++;
      return block;
    });
  }

  private sourcesOf({
    kind,
    reasons,
    example,
  }: Pick<GrowingBlock, "kind" | "reasons" | "example">): number[] {
    return this.difference
      .rowOf(example)
      .changes.filter((change) => change.kind === kind && change.reasons === reasons)
      .map((change) => change.connector);
  }
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((number, place) => number === other[place]);
}
