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

/** Runs `vnc-cloud WORDS` in this process, with standard input and environment of the test's choice. */
export async function runInProcess(
  words: readonly string[],
  { input = "", environment = {}, directory = process.cwd() } = {},
): Promise<CommandResult> {
  const output = gather();
  const errors = gather();
  const code = await runCommandLine(words, {
    input: Readable.from([input]),
    output: output.stream,
    errors: errors.stream,
    environment,
    directory,
    signals: new EventEmitter(),
  });
  return { code, output: output.text(), errors: errors.text() };
}

function gather(): { stream: Writable; text: () => string } {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString() };
}
