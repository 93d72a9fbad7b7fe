import type { Style, Styler } from "../output/colour";
import type { Check, CheckResult } from "./check";

const styles: Readonly<Record<CheckResult, Style>> = {
  ok: "green",
  note: "yellow",
  wrong: "red",
  unknown: "yellow",
};

/** One line for each check, and what to do below it. */
export function reportText(checks: readonly Check[], paint: Styler): string {
  const width = Math.max(...checks.map(({ check }) => check.length));
  return checks
    .map(({ check, result, detail, advice }) => {
      const line = `${paint(styles[result], result.padEnd(7))}  ${check.padEnd(width)}  ${detail}\n`;
      return advice === undefined ? line : `${line}${" ".repeat(width + 11)}${advice}\n`;
    })
    .join("");
}
