import type { EventEmitter } from "node:events";
import type { Readable, Writable } from "node:stream";

/** A stream that people may be looking at. */
export type Display = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** All that a command may touch of the process it runs in, so that a test can run it in its own. */
export interface Surroundings {
  readonly input: Readable;
  readonly output: Display;
  readonly errors: Display;
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  readonly directory: string;
  /** Emits `SIGINT` and `SIGTERM`. */
  readonly signals: EventEmitter;
}

/** The surroundings of the process itself. */
export function processSurroundings(): Surroundings {
  return {
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    environment: process.env,
    directory: process.cwd(),
    signals: process,
  };
}
