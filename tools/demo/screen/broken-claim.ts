import { inspect } from "node:util";

/** Something that the demo says did not come true. */
export class BrokenClaim extends Error {
  override readonly name = "BrokenClaim";

  constructor(
    readonly claim: string,
    readonly expected: unknown,
    readonly happened: unknown,
  ) {
    super(`${claim}\n  expected: ${show(expected)}\n  happened: ${show(happened)}`);
  }
}

function show(value: unknown): string {
  return typeof value === "string" ? value : inspect(value, { depth: null, breakLength: 90 });
}
