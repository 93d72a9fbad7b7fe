import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { repository } from "../../../tools/repository";

/** A `vnc-cloud` in a process of its own, started from the sources. */
export interface RunningCommand {
  /** The next line of its standard output. */
  nextLine(): Promise<string>;
  signal(name: NodeJS.Signals): void;
  /** Its exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts `vnc-cloud WORDS`. The caller ends it. */
export function startProcess(words: readonly string[], environment: NodeJS.ProcessEnv = {}): RunningCommand {
  const child = spawn(process.execPath, ["--import", "tsx", join(repository, "cli/main.ts"), ...words], {
    cwd: repository,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    nextLine: async () => String((await lines.next()).value),
    signal: (name) => void child.kill(name),
    ended: once(child, "close").then(
      ([code, signal]: (number | NodeJS.Signals | null)[]) => code ?? signal ?? null,
    ),
  };
}
