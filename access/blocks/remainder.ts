import type { ChangeKind } from "../difference/change";
import type { AccessDifference, ListenerPair } from "../difference/difference";

/** Changed pairs that are only counted. */
export interface AccessRemainder {
  readonly kind: ChangeKind;
  readonly pairs: number;
  /** How many different connect and listen addresses they are made of. */
  readonly sources: number;
  readonly targets: number;
}

interface Counts {
  /** 1 for each connector that is among the sources. */
  readonly sources: Uint8Array;
  pairs: number;
  targets: number;
  lastTarget: ListenerPair | undefined;
}

/** Counts changed pairs. */
export class Remainder {
  private readonly counts = new Map<ChangeKind, Counts>();

  constructor(private readonly difference: AccessDifference) {}

  /** Counts the changed pairs of a listener. */
  add(pair: ListenerPair): void {
    for (const { kind, connector } of this.difference.rowOf(pair).changes) {
      const counts = this.countsOf(kind);
      counts.pairs++;
      counts.sources[connector] = 1;
      if (counts.lastTarget !== pair) counts.targets++;
      counts.lastTarget = pair;
    }
  }

  /** What was counted. */
  all(): AccessRemainder[] {
    return [...this.counts].map(([kind, { pairs, sources, targets }]) => ({
      kind,
      pairs,
      sources: sources.reduce((sum, one) => sum + one, 0),
      targets,
    }));
  }

  private countsOf(kind: ChangeKind): Counts {
    let counts = this.counts.get(kind);
    if (!counts) {
      const sources = new Uint8Array(this.difference.connectors.latest.length);
      counts = { sources, pairs: 0, targets: 0, lastTarget: undefined };
      this.counts.set(kind, counts);
    }
    return counts;
  }
}
