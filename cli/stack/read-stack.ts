import type { Surroundings } from "../command/surroundings";
import type { StackState } from "./cloud-address-resource";
import { exportLiveStack } from "./live-export";
import { readStackExport } from "./read-export";
import { parseJson, readText, standardInput } from "./read-text";

/**
 * Reads the state of a stack from a file that `pulumi stack export` made.
 * @param file Its name; `-` = standard input.
 */
export async function readStackFile(file: string, surroundings: Surroundings): Promise<StackState> {
  const origin = file === standardInput ? "standard input" : file;
  return readStackExport(parseJson(await readText(file, surroundings), origin), origin);
}

/**
 * Reads the state of a stack from its backend, by running `pulumi stack export`.
 * @param stack Its name; undefined = the selected stack of the current directory.
 */
export async function readLiveStack(
  stack: string | undefined,
  surroundings: Surroundings,
): Promise<StackState> {
  const origin = stack === undefined ? "the selected stack" : `stack ${stack}`;
  return readStackExport(parseJson(await exportLiveStack(stack, surroundings), origin), origin);
}
