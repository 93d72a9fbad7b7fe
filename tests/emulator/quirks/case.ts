import type { Quirks } from "../../../emulator";
import type { Caller } from "../caller/caller";

/** One switch, with the question that it answers the other way, and what is then seen on the wire. */
export interface Case {
  row: string;
  quirks: Partial<Quirks>;
  does: string;
  check: (caller: Caller) => Promise<void>;
}

/** The time of the emulator under test, in milliseconds. */
export const clock = { now: 1_000_000 };

/** The characteristics of a connect address. */
export function connect(more: object = {}): { allowedActions: string[] } {
  return { allowedActions: ["connect"], ...more };
}
