import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The operations of the provider, as the engine asks for them. */
export const operations = ["create", "read", "update", "rotate", "delete"] as const;

export type Operation = (typeof operations)[number];

/** One cell of the table. */
export interface ConformanceCase {
  readonly fault: string;
  readonly operation: Operation;
  /** The request of the operation that the fault befalls: `change` of an update. */
  readonly request: string;
  readonly times: number | "forever";
  /** What is expected, as the table writes it. */
  readonly expected: string;
}

/** All cases of the table. */
export function conformanceCases(): ConformanceCase[] {
  const [, ...rows] = readFileSync(join(__dirname, "provider-conformance.csv"), "utf8").trim().split("\n");
  return rows.flatMap((row) => {
    const [fault = "", places = "", once = "", twice = "", forever = ""] = row.split(",");
    const cells = [
      [1, once],
      [2, twice],
      ["forever", forever],
    ] as const;
    return places.split("+").flatMap((place) => {
      const [operation = "", request = ""] = place.split(".");
      return cells
        .filter(([, cell]) => cell !== "-")
        .map(([times, expected]) => ({
          fault,
          operation: operation as Operation,
          request,
          times,
          expected,
        }));
    });
  });
}
