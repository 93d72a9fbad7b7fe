import { once } from "node:events";
import type { Writable } from "node:stream";

const chunkCharacters = 64 * 1024;

/**
 * Writes texts one after the other, in chunks, and waits whenever the reader is slower than we are: however much is
 * written, little of it is in memory.
 */
export async function writeAll(stream: Writable, texts: Iterable<string>): Promise<void> {
  let chunk = "";
  for (const text of texts) {
    chunk += text;
    if (chunk.length >= chunkCharacters) {
      await write(stream, chunk);
      chunk = "";
    }
  }
  await write(stream, chunk);
}

async function write(stream: Writable, text: string): Promise<void> {
  if (stream.destroyed || text === "") return;
  if (!stream.write(text)) await Promise.race([once(stream, "drain"), once(stream, "close")]);
}
