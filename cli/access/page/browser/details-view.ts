import type { AddressWording } from "../../../../access/index";
import { cellText } from "../model/cell-text";
import type { Position } from "../model/cursor";
import type { Cell, Line, Matrix } from "../model/matrix";
import { element } from "./element";

const mostListed = 100;

/** In words: the cell under the cursor, whom its row can reach, and who can reach its column. */
export class DetailsView {
  constructor(
    private readonly place: HTMLElement,
    private readonly wording: AddressWording,
  ) {}

  show(matrix: Matrix, { row, column }: Position): void {
    const from = matrix.rows[row];
    const to = matrix.columns[column];
    if (!from || !to) {
      this.place.replaceChildren(element("p", {}, "Nothing matches."));
      return;
    }
    const source = this.wording.sources(from);
    const target = this.wording.targets(to);
    const reached = [...matrix.reachedFrom(row)].map(([line, cell]) => this.line("targets", line, cell));
    const reaching = [...matrix.reaching(column)].map(([line, cell]) => this.line("sources", line, cell));
    const answer = element(
      "p",
      { role: "status" },
      element("strong", {}, source),
      ` → `,
      element("strong", {}, target),
      `: ${cellText(matrix.cell(row, column))}.`,
    );
    this.place.replaceChildren(
      answer,
      list(`${source} can reach`, reached),
      list(`${target} can be reached by`, reaching),
    );
  }

  private line(kind: "sources" | "targets", line: Line, cell: Cell): string {
    return `${this.wording[kind](line)}: ${cellText(cell).replace(/^can /, "")}`;
  }
}

function list(heading: string, texts: readonly string[]): HTMLElement {
  const shown = texts.slice(0, mostListed).map((text) => element("li", {}, text.replace(/: connect /, " ")));
  const more = texts.length - shown.length;
  const rest = more > 0 ? [element("li", {}, `and ${more} more: narrow the search to see them`)] : [];
  const content = texts.length === 0 ? element("p", {}, "Nobody.") : element("ul", {}, ...shown, ...rest);
  return element("section", {}, element("h3", {}, heading), content);
}
