import { EventEmitter } from "node:events";
import type { Writable } from "node:stream";
import { PassThrough, Readable } from "node:stream";
import { runCommandLine } from "../../../cli/command/run-command-line";

/** What became of a command line that ran inside the test's own process. */
export interface CommandResult {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** What a command line is given by the test. */
export interface CommandSurroundings {
  /** Standard input: a text, or a stream that need not end. */
  readonly input?: string | Readable;
  readonly environment?: Readonly<NodeJS.ProcessEnv>;
  readonly directory?: string;
  /** Emit `SIGINT` on it for Ctrl+C. */
  readonly signals?: EventEmitter;
  /** Whether input, output and errors are a terminal. Default false. */
  readonly terminal?: boolean;
}

/** Runs `vnc-cloud WORDS` in this process, with standard input and environment of the test's choice. */
export async function runInProcess(
  words: readonly string[],
  {
    input = "",
    environment = {},
    directory = process.cwd(),
    signals = new EventEmitter(),
    terminal = false,
  }: CommandSurroundings = {},
): Promise<CommandResult> {
  const output = gather();
  const errors = gather();
  const streams = {
    input: typeof input === "string" ? Readable.from([input]) : input,
    output: output.stream,
    errors: errors.stream,
  };
  for (const stream of Object.values(streams)) if (terminal) Object.assign(stream, { isTTY: true });
  const code = await runCommandLine(words, { ...streams, environment, directory, signals });
  return { code, output: output.text(), errors: errors.text() };
}

function gather(): { stream: Writable; text: () => string } {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString() };
}
