import type { IncomingMessage } from "node:http";

/** More than a body with every list full of the longest names needs, even when each character is escaped. */
const largestBody = 1024 * 1024;

/** The bytes of a request body; undefined when there are too many (A27), the rest of which is thrown away. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestBody) {
      chunks.push(chunk);
    }
  }
  return size <= largestBody ? Buffer.concat(chunks) : undefined;
}

/** A body as JSON in UTF-8; undefined when it is neither. */
export function parseJson(body: Buffer | undefined): unknown {
  try {
    return body && (JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)) as unknown);
  } catch {
    return undefined;
  }
}
