import type { Surroundings } from "../command/surroundings";
import type { StackState } from "../stack/cloud-address-resource";
import { readLiveStack, readStackFile } from "../stack/read-stack";

/** The states that an audit compares with. */
export class States {
  private constructor(
    private readonly fromFiles: readonly StackState[],
    private readonly stacks: readonly (string | undefined)[],
    private readonly surroundings: Surroundings,
  ) {}

  /**
   * Reads those that are given as files. The others are read when they are asked for.
   * @param stacks Names of stacks; with neither these nor files it is the selected stack of the current directory.
   */
  static async open(
    files: readonly string[],
    stacks: readonly string[],
    surroundings: Surroundings,
  ): Promise<States> {
    const fromFiles: StackState[] = [];
    for (const file of files) fromFiles.push(await readStackFile(file, surroundings));
    const isNothingGiven = files.length + stacks.length === 0;
    return new States(fromFiles, isNothingGiven ? [undefined] : stacks, surroundings);
  }

  /** Whether some of them can have changed since they were read. */
  get areLive(): boolean {
    return this.stacks.length > 0;
  }

  /** All of them, those of stacks as they are now. */
  async read(): Promise<readonly StackState[]> {
    const live: StackState[] = [];
    for (const stack of this.stacks) live.push(await readLiveStack(stack, this.surroundings));
    return [...this.fromFiles, ...live];
  }
}
