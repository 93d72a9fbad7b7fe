import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { Surroundings } from "../command/surroundings";
import { interruptible } from "../interruption/interruptible";

/** How a run of the `pulumi` command ended. */
export interface PulumiRun {
  /** Its exit code; null if a signal ended it. */
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** There is no `pulumi` command that could be run. */
export class PulumiUnavailable extends Error {}

/**
 * Runs `pulumi WORDS` in the current directory, without questions.
 * @throws PulumiUnavailable if it is not installed.
 */
export async function runPulumi(
  words: readonly string[],
  { directory, environment, signals }: Surroundings,
): Promise<PulumiRun> {
  return interruptible(signals, async (signal) => {
    const pulumi = spawn("pulumi", words, {
      cwd: directory,
      env: { PULUMI_SKIP_UPDATE_CHECK: "true", ...environment },
      stdio: ["ignore", "pipe", "pipe"],
      signal,
    });
    const ended = once(pulumi, "close") as Promise<[number | null]>;
    const [output, errors, [code]] = await Promise.all([
      text(pulumi.stdout),
      text(pulumi.stderr),
      ended.catch((error: NodeJS.ErrnoException) => {
        const reason = error.code === "ENOENT" ? "the pulumi command is not on the PATH" : error.message;
        throw new PulumiUnavailable(`cannot run "pulumi ${words.join(" ")}": ${reason}.`);
      }),
    ]);
    return { code, output, errors };
  });
}
