import Table from "cli-table3";
import type { Row } from "./row";

/** The table for a terminal, and below it what failed. */
export function resultsTable(rows: readonly Row[]): string {
  const trials = rows[0]?.trials.map(({ trial }) => trial) ?? [];
  const table = new Table({
    head: ["Node.js", "@pulumi/pulumi", "program", ...trials, "seconds"],
    style: { head: [], border: [] },
  });
  for (const { node, pulumi, form, seconds, trials: results } of rows) {
    const marks = results.map(({ fault }) => (fault === undefined ? "ok" : "FAILED"));
    table.push([node, pulumi, form, ...marks, seconds.toFixed(0)]);
  }
  const faults = rows.flatMap(({ node, pulumi, form, trials: results }) =>
    results.flatMap(({ trial, fault }) =>
      fault === undefined
        ? []
        : [`Node.js ${node}, @pulumi/pulumi ${pulumi}, ${form}: ${trial}: ${fault.step}\n${fault.message}`],
    ),
  );
  return [table.toString(), ...faults].join("\n\n");
}

export function hasFailed({ trials }: Row): boolean {
  return trials.some(({ fault }) => fault !== undefined);
}
