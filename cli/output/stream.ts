import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Display } from "../command/surroundings";

/** Writes texts as they come, and takes the next one only when the reader has room for it. */
export async function streamTexts(display: Display, texts: AsyncIterable<string>): Promise<void> {
  await pipeline(Readable.from(texts, { highWaterMark: 1 }), display, { end: false });
}

/**
 * The texts of a JSON object with one long array, one element on each line, made while the elements come:
 * `{"cloudAddresses":[\n...,\n...\n]}`. If they end in a failure, so does this: half a result is no valid JSON.
 */
export async function* jsonArrayText(
  name: string,
  elements: AsyncIterable<unknown>,
): AsyncGenerator<string, void, undefined> {
  yield `{${JSON.stringify(name)}:[`;
  let separator = "\n";
  for await (const element of elements) {
    yield separator + JSON.stringify(element);
    separator = ",\n";
  }
  yield separator === "\n" ? "]}\n" : "\n]}\n";
}
