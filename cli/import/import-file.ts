import type { ImportEntry } from "./import-entry";

/** The text of a Pulumi import file, one resource on each line. */
export async function* importFileText(entries: AsyncIterable<ImportEntry>): AsyncGenerator<string> {
  let separator = '{"resources":[\n';
  for await (const entry of entries) {
    yield separator + JSON.stringify(entry);
    separator = ",\n";
  }
  yield "\n]}\n";
}
