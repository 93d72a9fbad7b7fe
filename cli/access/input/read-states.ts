import type { Surroundings } from "../../command/surroundings";
import type { StackState } from "../../stack/cloud-address-resource";
import { readLiveStack, readStackFile } from "../../stack/read-stack";
import { refuseTwoStandardInputs } from "./read-document";

/**
 * Reads the states of stacks: from files, and live for stacks given by name. With neither, the selected stack of the
 * current directory.
 */
export async function readStates(
  files: readonly string[],
  stacks: readonly string[],
  surroundings: Surroundings,
): Promise<StackState[]> {
  refuseTwoStandardInputs(files);
  if (files.length + stacks.length === 0) return [await readLiveStack(undefined, surroundings)];
  const states: StackState[] = [];
  for (const file of files) states.push(await readStackFile(file, surroundings));
  for (const stack of stacks) states.push(await readLiveStack(stack, surroundings));
  return states;
}
