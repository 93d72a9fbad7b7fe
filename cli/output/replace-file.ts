import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * Puts a file in its place as a whole: until its last byte is on the disk there is the earlier one, or none. It is
 * written while its texts are made, so that its size does not matter.
 * @param mode Who may read it, as for `open`.
 */
export async function replaceFile(file: string, texts: AsyncIterable<string>, mode = 0o666): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    await pipeline(Readable.from(texts), createWriteStream(unfinished, { flags: "wx", mode, flush: true }));
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
