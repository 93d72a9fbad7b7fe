import type { Surroundings } from "../../command/surroundings";
import type { Preview } from "../../preview/preview";
import { readEventLog } from "../../preview/read-event-log";
import { isPreviewJson, readPreviewJson } from "../../preview/read-preview-json";
import type { StackState } from "../../stack/cloud-address-resource";
import { readStackExport } from "../../stack/read-export";
import { parseJson, readText, standardInput } from "../../stack/read-text";

/** What a file turned out to be. */
export type InputDocument =
  | { readonly kind: "state"; readonly origin: string; readonly state: StackState }
  | { readonly kind: "preview"; readonly origin: string; readonly preview: Preview };

/**
 * Reads a file, or standard input for `-`, whatever it is: an export of a stack, the JSON of a preview, or a log of the
 * engine's events.
 * @throws Error if it is none of these, or cannot be read.
 */
export async function readDocument(file: string, surroundings: Surroundings): Promise<InputDocument> {
  const origin = file === standardInput ? "standard input" : file;
  const content = await readText(file, surroundings);
  const log = readEventLog(content, origin);
  if (log) return { kind: "preview", origin, preview: log };
  const parsed = parseJson(content, origin);
  if (isPreviewJson(parsed)) return { kind: "preview", origin, preview: readPreviewJson(parsed, origin) };
  return { kind: "state", origin, state: readStackExport(parsed, origin) };
}

/** @throws Error if standard input is to be read more than once. */
export function refuseTwoStandardInputs(files: readonly string[]): void {
  if (files.filter((file) => file === standardInput).length > 1) {
    throw new Error("standard input (-) can be given only once.");
  }
}
