import { describeReasons } from "../../../../access/index";
import type { Cell } from "./matrix";

/** The sign in a cell, which says why access exists without colour: ● by group, ◆ by address, ○ open; ? = perhaps. */
export function cellSign(cell: Cell | undefined): string {
  if (!cell) return "";
  if (!cell.certain) return "?";
  const signs = cell.via.map((reason) => (reason === "open" ? "○" : reason === "address" ? "◆" : "●"));
  return [...new Set(signs)].join("");
}

/** A cell in words: `can connect (support)`. */
export function cellText(cell: Cell | undefined): string {
  if (!cell) return "cannot connect";
  return `${cell.certain ? "can connect" : "can perhaps connect"} (${describeReasons(cell.via)})`;
}
