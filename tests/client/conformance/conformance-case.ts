import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Fault } from "../../../emulator";

/** How a fault is made, and what else is expected of it. */
export interface NamedFault {
  readonly fault: Fault;
  /** Bounds of every pause before a repetition. */
  readonly pauseMilliseconds?: readonly [number, number];
  readonly requestTimeoutSeconds?: number;
  readonly errorCode?: number;
}

/** One cell of the table. */
export interface ConformanceCase {
  readonly fault: string;
  readonly operation: string;
  readonly times: number | "forever";
  /** `success` or the name of an error class. */
  readonly result: string;
  readonly requests: number;
  readonly applied: boolean;
  readonly outcomeUnknown: boolean;
}

/** Every operation that the table knows. */
export const operations = [
  "create",
  "list",
  "ready",
  "details",
  "change",
  "reset",
  "delete",
  "unconditional change",
  "unconditional delete",
] as const;

export const faults = JSON.parse(readFileSync(join(__dirname, "faults.json"), "utf8")) as Record<
  string,
  NamedFault
>;

/** All cases of the table. */
export function conformanceCases(): ConformanceCase[] {
  const [, ...rows] = readFileSync(join(__dirname, "retry-conformance.csv"), "utf8").trim().split("\n");
  return rows.flatMap((row) => {
    const [fault = "", operationNames = "", once = "", twice = "", forever = ""] = row.split(",");
    const cells = [
      [1, once],
      [2, twice],
      ["forever", forever],
    ] as const;
    const rowOperations = operationNames === "all" ? operations : operationNames.split("+");
    return rowOperations.flatMap((operation) =>
      cells
        .filter(([, cell]) => cell !== "-")
        .map(([times, cell]) => {
          const [result = "", requests, ...marks] = cell.split(" ");
          return {
            fault,
            operation,
            times,
            result,
            requests: Number(requests),
            applied: marks.includes("applied"),
            outcomeUnknown: marks.includes("unknown"),
          };
        }),
    );
  });
}
