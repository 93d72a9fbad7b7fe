import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { addAbortSignal } from "node:stream";
import { text } from "node:stream/consumers";
import type { Surroundings } from "../command/surroundings";
import { interruptible } from "../interruption/interruptible";

/** The name that stands for standard input on a command line. */
export const standardInput = "-";

/**
 * The whole text of a file, or of standard input for `-`.
 * @throws Error that names the file and says why it cannot be read.
 */
export async function readText(name: string, { input, directory, signals }: Surroundings): Promise<string> {
  // A terminal may never end.
  if (name === standardInput) return interruptible(signals, (signal) => text(addAbortSignal(signal, input)));
  try {
    return await readFile(resolve(directory, name), "utf8");
  } catch (error) {
    throw new Error(`cannot read ${name}: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * A text as JSON.
 * @param origin Where it comes from, for the error, which never repeats the text: there may be a secret in it.
 */
export function parseJson(content: string, origin: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch {
    throw new Error(`${origin} ${content.trim() === "" ? "is empty" : "is not JSON"}.`);
  }
}
