import { admissionProfile, Admissions } from "../relation/admissions";
import type { AdmissionRow } from "../relation/admission-row";
import { RowCache } from "../relation/row-cache";
import type { AccessAddress } from "../world/address";
import { createWorld, type AccessWorld } from "../world/world";
import type { AccessChange, ChangeKind } from "./change";
import { commonConnectors, type CommonConnectors } from "./common-connectors";
import { RowComparison, type ChangeRow } from "./row-comparison";

/** A listener on both sides of a change; absent on the side where it does not exist. */
export interface ListenerPair {
  readonly before?: AccessAddress;
  readonly after?: AccessAddress;
}

/**
 * What access a change opens and closes, between the world before and the world after it. Both sides are compared
 * listener by listener, so memory stays in the order of the addresses, not of the pairs.
 */
export class AccessDifference {
  readonly connectors: CommonConnectors;
  readonly listeners: readonly ListenerPair[];
  private readonly admissionsBefore: Admissions;
  private readonly admissionsAfter: Admissions;
  private readonly comparison: RowComparison;
  private readonly rows = new RowCache<ChangeRow>();

  constructor(
    readonly before: AccessWorld,
    readonly after: AccessWorld,
  ) {
    this.admissionsBefore = new Admissions(before);
    this.admissionsAfter = new Admissions(after);
    this.connectors = commonConnectors(before, after);
    this.comparison = new RowComparison(this.connectors);
    this.listeners = pairListeners(before.listeners, after.listeners);
  }

  /** Every pair whose access changes in one of these ways, made while it is read. */
  *changes(...kinds: ChangeKind[]): Generator<AccessChange> {
    for (const pair of this.listeners) yield* this.changesOf(pair, kinds);
  }

  /** The changes of one listener. */
  *changesOf(pair: ListenerPair, kinds: readonly ChangeKind[]): Generator<AccessChange> {
    const row = this.rowOf(pair);
    for (const change of row.changes) {
      if (!kinds.includes(change.kind)) continue;
      yield {
        kind: change.kind,
        from: this.connectors.latest[change.connector] as AccessAddress,
        to: (pair.after ?? pair.before) as AccessAddress,
        via: row.reasonsOf(change),
      };
    }
  }

  /** The changes of one listener in numbers: connectors are positions in `connectors`. */
  rowOf(pair: ListenerPair): ChangeRow {
    return this.rows.get(this.profileOf(pair), () => {
      const before = rowOrNothing(this.admissionsBefore, pair.before);
      const after = rowOrNothing(this.admissionsAfter, pair.after);
      return this.comparison.compare(before, after, pair.before === pair.after);
    });
  }

  /** Listeners with equal profiles have equal change rows. */
  profileOf(pair: ListenerPair): string {
    const profiles = [pair.before, pair.after].map((listener) =>
      listener ? admissionProfile(listener) : "",
    );
    return JSON.stringify([...profiles, pair.before === pair.after]);
  }
}

const nothing: AdmissionRow = {
  connectors: new Uint32Array(),
  reasons: new Uint32Array(),
  certain: new Uint8Array(),
  reasonsOf: () => [],
};

function rowOrNothing(admissions: Admissions, listener: AccessAddress | undefined): AdmissionRow {
  return listener ? admissions.rowOf(listener) : nothing;
}

function pairListeners(before: readonly AccessAddress[], after: readonly AccessAddress[]): ListenerPair[] {
  const pairs = new Map<string, { before?: AccessAddress; after?: AccessAddress }>();
  for (const listener of before) pairs.set(listener.id, { before: listener });
  for (const listener of after) pairs.set(listener.id, { ...pairs.get(listener.id), after: listener });
  return [...pairs.values()];
}

/**
 * Compares the access before a change with that after it. Addresses are the same if their ids are.
 *
 * @example
 * for (const { from, to, via } of compareAccess(before, after).changes("opened"))
 *   console.log(`+ ${from.name} -> ${to.name} (${via.join(", ")})`);
 */
export function compareAccess(
  before: readonly AccessAddress[],
  after: readonly AccessAddress[],
): AccessDifference {
  const known = new Set([...before, ...after].map((address) => address.id));
  return new AccessDifference(createWorld(before, known), createWorld(after, known));
}
