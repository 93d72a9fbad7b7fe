/** A cell of the matrix. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** Number of rows and columns. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

type Move = (at: Position, page: Extent, last: Position) => Position;

/** What keys do in a grid by the ARIA Authoring Practices. */
const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: (at) => ({ ...at, column: at.column - 1 }),
  ArrowRight: (at) => ({ ...at, column: at.column + 1 }),
  ArrowUp: (at) => ({ ...at, row: at.row - 1 }),
  ArrowDown: (at) => ({ ...at, row: at.row + 1 }),
  PageUp: (at, page) => ({ ...at, row: at.row - page.rows }),
  PageDown: (at, page) => ({ ...at, row: at.row + page.rows }),
  Home: (at) => ({ ...at, column: 0 }),
  End: (at, _page, last) => ({ ...at, column: last.column }),
  "Ctrl+Home": () => ({ row: 0, column: 0 }),
  "Ctrl+End": (_at, _page, last) => last,
};

/**
 * Where a key moves the cursor of the matrix; undefined if the key does not move it.
 * @param key As `KeyboardEvent.key`; with `Ctrl+` in front where that is held.
 * @param page How much is seen at once.
 */
export function moveCursor(at: Position, key: string, total: Extent, page: Extent): Position | undefined {
  const last = { row: total.rows - 1, column: total.columns - 1 };
  const moved = moves[key]?.(at, page, last);
  return (
    moved && {
      row: Math.max(0, Math.min(moved.row, last.row)),
      column: Math.max(0, Math.min(moved.column, last.column)),
    }
  );
}
