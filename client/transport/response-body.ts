import type { Readable } from "node:stream";

/** How much of a body is read, and for how long. */
export interface BodyBounds {
  readonly maximumBytes: number;
  /** Milliseconds; absent = as long as the request may take. */
  readonly maximumMilliseconds?: number;
}

/** What was received of a body. */
export interface ResponseBody {
  /** The text so far; undefined when it is not UTF-8. */
  readonly text: string | undefined;
  /** Whether that is all of it, and if not, why not. */
  readonly ending: "complete" | "too large" | "broken" | "timeout" | "aborted";
}

/** A success with content: the largest legitimate one, a page of 99 addresses, is some 10 kB. */
export const contentBounds: BodyBounds = { maximumBytes: 1024 * 1024 };

/** A body that the outcome does not depend on: the status is known, so a slow or broken one changes nothing. */
export const remarkBounds: BodyBounds = { maximumBytes: 64 * 1024, maximumMilliseconds: 5000 };

/** Reads a body within its bounds. It never throws: a body that breaks is returned as far as it came. */
export async function readBody(
  stream: NodeJS.ReadableStream | null,
  bounds: BodyBounds,
): Promise<ResponseBody> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let ending: ResponseBody["ending"] = "complete";
  const timer =
    bounds.maximumMilliseconds === undefined
      ? undefined
      : setTimeout(() => {
          ending = "timeout";
          (stream as Readable | null)?.destroy();
        }, bounds.maximumMilliseconds);
  try {
    for await (const chunk of (stream ?? []) as AsyncIterable<Buffer>) {
      if (bytes + chunk.length > bounds.maximumBytes) {
        ending = "too large";
        break;
      }
      bytes += chunk.length;
      chunks.push(chunk);
    }
  } catch {
    if (ending === "complete") ending = "broken";
  } finally {
    clearTimeout(timer);
  }
  return { text: decode(Buffer.concat(chunks)), ending };
}

const decoder = new TextDecoder("utf-8", { fatal: true });

function decode(bytes: Buffer): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
