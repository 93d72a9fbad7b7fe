import type { AddressWording } from "../../../../access/index";
import { moveCursor, type Position } from "../model/cursor";
import type { Line, Matrix } from "../model/matrix";
import { cellSign, cellText } from "../model/cell-text";
import { firstToShow, visiblePart, type VisiblePart } from "../model/visible-part";
import { element } from "./element";

/** In pixels, as in the style sheet. */
const lineSize = 28;
const rowHeadingWidth = 260;
const columnHeadingHeight = 200;

/** The matrix as an ARIA grid: only what is seen is in the document, so its size does not matter. */
export class MatrixView {
  private readonly sizer = element("div", { class: "sizer" });
  private readonly grid = element("div", {
    class: "cells",
    role: "grid",
    tabindex: 0,
    "aria-label": "Who can reach whom. Rows are connect addresses, columns are listen addresses.",
  });
  private matrix: Matrix | undefined;
  private at: Position = { row: 0, column: 0 };
  private rows: VisiblePart = { first: 0, count: 0 };
  private columns: VisiblePart = { first: 0, count: 0 };

  constructor(
    private readonly scroller: HTMLElement,
    private readonly wording: AddressWording,
    private readonly onMove: (matrix: Matrix, at: Position) => void,
  ) {
    this.sizer.append(this.grid);
    scroller.replaceChildren(this.sizer);
    scroller.addEventListener("scroll", () => this.draw());
    new ResizeObserver(() => this.draw()).observe(scroller);
    this.grid.addEventListener("keydown", (event) => this.pressed(event));
    this.grid.addEventListener("click", (event) => this.clicked(event));
  }

  show(matrix: Matrix): void {
    this.matrix = matrix;
    this.at = { row: 0, column: 0 };
    // One line more than there is: the last one can be scrolled to where the space is no multiple of a line.
    this.sizer.style.width = `${rowHeadingWidth + (matrix.columns.length + 1) * lineSize}px`;
    this.sizer.style.height = `${columnHeadingHeight + (matrix.rows.length + 1) * lineSize}px`;
    this.scroller.scrollTo(0, 0);
    this.draw();
    this.onMove(matrix, this.at);
  }

  private draw(): void {
    const { matrix, scroller, grid } = this;
    if (!matrix) return;
    const space = { width: scroller.clientWidth, height: scroller.clientHeight };
    this.rows = visiblePart(
      scroller.scrollTop,
      space.height - columnHeadingHeight,
      lineSize,
      matrix.rows.length,
    );
    this.columns = visiblePart(
      scroller.scrollLeft,
      space.width - rowHeadingWidth,
      lineSize,
      matrix.columns.length,
    );
    grid.setAttribute("aria-rowcount", String(matrix.rows.length + 1));
    grid.setAttribute("aria-colcount", String(matrix.columns.length + 1));
    grid.style.gridTemplateColumns = `${rowHeadingWidth}px repeat(${this.columns.count}, ${lineSize}px)`;
    grid.replaceChildren(this.headingRow(matrix), ...this.bodyRows(matrix));
    const isSeen = document.getElementById(cellId(this.at)) !== null;
    if (isSeen) grid.setAttribute("aria-activedescendant", cellId(this.at));
    else grid.removeAttribute("aria-activedescendant");
  }

  private headingRow(matrix: Matrix): HTMLElement {
    const corner = element(
      "div",
      { role: "columnheader", class: "corner" },
      "listen address →\nconnect address ↓",
    );
    const headings = lines(this.columns).map((column) => {
      const name = this.wording.targets(matrix.columns[column] as Line);
      const isActive = column === this.at.column;
      return element(
        "div",
        {
          role: "columnheader",
          "aria-colindex": column + 2,
          class: isActive ? "column active" : "column",
          title: name,
          "data-column": column,
        },
        name,
      );
    });
    return element("div", { role: "row", "aria-rowindex": 1 }, corner, ...headings);
  }

  private bodyRows(matrix: Matrix): HTMLElement[] {
    return lines(this.rows).map((row) => {
      const name = this.wording.sources(matrix.rows[row] as Line);
      const isActive = row === this.at.row;
      const heading = element(
        "div",
        {
          role: "rowheader",
          class: isActive ? "row active" : "row",
          title: name,
          "data-row": row,
        },
        name,
      );
      const cells = lines(this.columns).map((column) => this.cell(matrix, { row, column }));
      return element("div", { role: "row", "aria-rowindex": row + 2 }, heading, ...cells);
    });
  }

  private cell(matrix: Matrix, at: Position): HTMLElement {
    const cell = matrix.cell(at.row, at.column);
    const isActive = at.row === this.at.row && at.column === this.at.column;
    return element(
      "div",
      {
        role: "gridcell",
        id: cellId(at),
        "aria-colindex": at.column + 2,
        "aria-selected": String(isActive),
        "aria-label": cellText(cell),
        class: cell ? (cell.certain ? "yes" : "maybe") : "no",
        "data-row": at.row,
        "data-column": at.column,
      },
      cellSign(cell),
    );
  }

  private pressed(event: KeyboardEvent): void {
    if (!this.matrix) return;
    const key = event.ctrlKey || event.metaKey ? `Ctrl+${event.key}` : event.key;
    const total = { rows: this.matrix.rows.length, columns: this.matrix.columns.length };
    const page = { rows: this.rows.count, columns: this.columns.count };
    const moved = moveCursor(this.at, key, total, page);
    if (!moved) return;
    event.preventDefault();
    this.moveTo(moved);
  }

  private clicked(event: MouseEvent): void {
    const { row, column } = (event.target as HTMLElement).dataset;
    if (row === undefined && column === undefined) return;
    this.moveTo({
      row: row === undefined ? this.at.row : Number(row),
      column: column === undefined ? this.at.column : Number(column),
    });
  }

  private moveTo(at: Position): void {
    this.at = at;
    this.scroller.scrollTop = firstToShow(this.rows, at.row) * lineSize;
    this.scroller.scrollLeft = firstToShow(this.columns, at.column) * lineSize;
    this.draw();
    if (this.matrix) this.onMove(this.matrix, at);
  }
}

function cellId({ row, column }: Position): string {
  return `cell-${row}-${column}`;
}

function lines({ first, count }: VisiblePart): number[] {
  return Array.from({ length: count }, (_, place) => first + place);
}
