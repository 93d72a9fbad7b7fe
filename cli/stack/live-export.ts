import type { Surroundings } from "../command/surroundings";
import { PulumiUnavailable, runPulumi } from "./run-pulumi";

/**
 * The text that `pulumi stack export` prints in the current directory. Secrets stay encrypted in it.
 * @param stack The stack; undefined = the selected one.
 * @throws Error with what `pulumi` said, or that it is not installed.
 */
export async function exportLiveStack(
  stack: string | undefined,
  surroundings: Surroundings,
): Promise<string> {
  const words = ["stack", "export", "--non-interactive", ...(stack === undefined ? [] : ["--stack", stack])];
  const { code, output, errors } = await runPulumi(words, surroundings).catch((error: unknown) => {
    if (!(error instanceof PulumiUnavailable)) throw error;
    throw new Error(`${error.message} Give a file that it made instead.`, { cause: error });
  });
  if (code === 0) return output;
  throw new Error(`"pulumi ${words.join(" ")}" failed in ${surroundings.directory}: ${errors.trim()}`);
}
