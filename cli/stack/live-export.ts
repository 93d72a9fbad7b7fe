import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { Surroundings } from "../command/surroundings";

/**
 * The text that `pulumi stack export` prints in the current directory. Secrets stay encrypted in it.
 * @param stack The stack; undefined = the selected one.
 * @throws Error with what `pulumi` said, or that it is not installed.
 */
export async function exportLiveStack(
  stack: string | undefined,
  { directory, environment }: Surroundings,
): Promise<string> {
  const words = ["stack", "export", "--non-interactive", ...(stack === undefined ? [] : ["--stack", stack])];
  const pulumi = spawn("pulumi", words, {
    cwd: directory,
    env: { PULUMI_SKIP_UPDATE_CHECK: "true", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const command = `"pulumi ${words.join(" ")}"`;
  const ended = once(pulumi, "close") as Promise<[number | null]>;
  const [output, errors, [code]] = await Promise.all([
    text(pulumi.stdout),
    text(pulumi.stderr),
    ended.catch((error: NodeJS.ErrnoException) => {
      const reason = error.code === "ENOENT" ? "the pulumi command is not on the PATH" : error.message;
      throw new Error(`cannot run ${command}: ${reason}. Give a file that it made instead.`);
    }),
  ]);
  if (code !== 0) throw new Error(`${command} failed in ${directory}: ${errors.trim()}`);
  return output;
}
