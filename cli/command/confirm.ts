import { createInterface } from "node:readline/promises";
import { interruptible } from "../interruption/interruptible";
import type { Surroundings } from "./surroundings";

/** Whether there is a person who can answer. */
export function canAsk({ input }: Pick<Surroundings, "input">): boolean {
  return "isTTY" in input && input.isTTY === true;
}

/** Asks on standard error; anything but "y" or "yes" is a no. */
export async function confirm(
  question: string,
  { input, errors, signals }: Pick<Surroundings, "input" | "errors" | "signals">,
): Promise<boolean> {
  // Not as a terminal of readline's own, which would take Ctrl+C for itself.
  const lines = createInterface({ input, output: errors, terminal: false });
  try {
    const answer = await interruptible(signals, (signal) =>
      Promise.race([lines.question(`${question} [y/N] `, { signal }), endOf(lines)]),
    );
    return /^\s*y(es)?\s*$/i.test(answer);
  } finally {
    lines.close();
  }
}

function endOf(lines: ReturnType<typeof createInterface>): Promise<string> {
  return new Promise((resolve) => lines.once("close", () => resolve("")));
}
