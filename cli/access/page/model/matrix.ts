import {
  Admissions,
  alikeConnectors,
  alikeListeners,
  type AccessAddress,
  type AccessWorld,
  type Reason,
} from "../../../../access/index";

/** Addresses that are one row or one column, since they are alike to the other side. */
export type Line = readonly AccessAddress[];

/** Why access exists between a row and a column. */
export interface Cell {
  readonly via: readonly Reason[];
  /** False if it depends on something that is not known. */
  readonly certain: boolean;
}

/** The matrix of who can reach whom: connect addresses are rows, listen addresses columns. Cells are computed when seen. */
export class Matrix {
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  private readonly admissions: Admissions;

  /** @param folded Whether addresses that are alike are one row or column. */
  constructor(
    private readonly world: AccessWorld,
    connectors: readonly AccessAddress[],
    listeners: readonly AccessAddress[],
    folded: boolean,
  ) {
    this.admissions = new Admissions(world);
    this.rows = folded ? alikeConnectors(world, connectors) : connectors.map((address) => [address]);
    this.columns = folded ? alikeListeners(listeners) : listeners.map((address) => [address]);
  }

  /** The cell of a row and a column; undefined = no access. */
  cell(row: number, column: number): Cell | undefined {
    const from = this.rows[row]?.[0];
    const to = this.columns[column]?.[0];
    if (!from || !to) return undefined;
    const admitted = this.admissions.rowOf(to);
    const place = placeOf(admitted.connectors, this.world.connectorPositions.get(from.id) as number);
    if (place === -1) return undefined;
    return {
      via: admitted.reasonsOf(admitted.reasons[place] as number),
      certain: admitted.certain[place] === 1,
    };
  }

  /** The columns that a row can reach, with the cells. */
  *reachedFrom(row: number): Generator<[Line, Cell]> {
    for (const [column, line] of this.columns.entries()) {
      const cell = this.cell(row, column);
      if (cell) yield [line, cell];
    }
  }

  /** The rows that can reach a column, with the cells. */
  *reaching(column: number): Generator<[Line, Cell]> {
    for (const [row, line] of this.rows.entries()) {
      const cell = this.cell(row, column);
      if (cell) yield [line, cell];
    }
  }
}

/** The place of a number in ascending numbers; -1 if it is not there. */
function placeOf(ascending: Uint32Array, wanted: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === wanted ? low : -1;
}
