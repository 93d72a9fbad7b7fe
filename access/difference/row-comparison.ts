import type { AdmissionRow } from "../relation/admission-row";
import type { Reason } from "../relation/reasons";
import type { ChangeKind } from "./change";
import type { CommonConnectors } from "./common-connectors";

/** A connector whose access to one listener changes. */
export interface ConnectorChange {
  /** Its position among the common connectors. */
  readonly connector: number;
  readonly kind: ChangeKind;
  /** The number of the set of reasons: after the change, or for what is or may be closed, before it. */
  readonly reasons: number;
}

/** The changes of one listener. */
export interface ChangeRow {
  /** Connectors ascend. */
  readonly changes: readonly ConnectorChange[];
  /** Why access exists or did. */
  reasonsOf(change: Pick<ConnectorChange, "kind" | "reasons">): readonly Reason[];
}

/** Compares whom a listener admitted with whom it will admit, one listener after the other in the same memory. */
export class RowComparison {
  /** Common position -> place in the row before, plus one; 0 = not admitted before. */
  private readonly earlierPlace: Uint32Array;

  constructor(private readonly connectors: CommonConnectors) {
    this.earlierPlace = new Uint32Array(connectors.latest.length);
  }

  /** @param sameListener Whether the change leaves the listener's own access control as it is. */
  compare(before: AdmissionRow, after: AdmissionRow, sameListener: boolean): ChangeRow {
    const { ofBefore, ofAfter, untouched, outside } = this.connectors;
    before.connectors.forEach((position, place) => {
      this.earlierPlace[ofBefore[position] as number] = place + 1;
    });
    const changes: ConnectorChange[] = [];
    after.connectors.forEach((position, place) => {
      const connector = ofAfter[position] as number;
      const earlier = this.takeEarlierPlace(connector);
      const isUnchanged = outside[connector] === 1 || (sameListener && untouched[connector] === 1);
      const kind = kindOfChange(admitted(before, earlier), admitted(after, place), isUnchanged);
      if (!kind) return;
      const reasons = kind === "mayClose" ? before.reasons[earlier] : after.reasons[place];
      changes.push({ connector, kind, reasons: reasons as number });
    });
    for (const position of before.connectors) {
      const connector = ofBefore[position] as number;
      const earlier = this.takeEarlierPlace(connector);
      if (earlier === -1) continue;
      const kind = admitted(before, earlier) === "yes" ? "closed" : "mayClose";
      changes.push({ connector, kind, reasons: before.reasons[earlier] as number });
    }
    changes.sort((one, other) => one.connector - other.connector);
    const reasonsOf: ChangeRow["reasonsOf"] = ({ kind, reasons }) =>
      kind === "closed" || kind === "mayClose" ? before.reasonsOf(reasons) : after.reasonsOf(reasons);
    return { changes, reasonsOf };
  }

  private takeEarlierPlace(connector: number): number {
    const place = (this.earlierPlace[connector] as number) - 1;
    this.earlierPlace[connector] = 0;
    return place;
  }
}

type Admitted = "no" | "maybe" | "yes";

function admitted(row: AdmissionRow, place: number): Admitted {
  if (place === -1) return "no";
  return row.certain[place] === 1 ? "yes" : "maybe";
}

/**
 * What a change from one knowledge to another means. Conservative: what was only possible before and is certain after
 * may be newly opened, and so may what is only possible on both sides, unless it is unchanged.
 */
function kindOfChange(before: Admitted, after: Admitted, isUnchanged: boolean): ChangeKind | undefined {
  if (before === after) return before === "maybe" && !isUnchanged ? "mayOpen" : undefined;
  if (before === "yes") return "mayClose";
  return before === "no" && after === "yes" ? "opened" : "mayOpen";
}
