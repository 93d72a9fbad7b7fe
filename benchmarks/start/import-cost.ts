import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { repository } from "../../tools/repository";
import { median } from "../results/median";

const run = promisify(execFile);

/** What importing costs a program, in milliseconds: medians of fresh processes. */
export interface ImportCost {
  /** `@pulumi/pulumi`, whole. */
  readonly pulumi: number;
  /** The SDK alone, with the parts of `@pulumi/pulumi` that it needs. */
  readonly sdk: number;
  /** The SDK in a program that has loaded `@pulumi/pulumi` already. */
  readonly sdkAfterPulumi: number;
}

export async function importCost(rounds: number): Promise<ImportCost> {
  const pulumi: number[] = [];
  const sdk: number[] = [];
  const sdkAfterPulumi: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [first = NaN, second = NaN] = await times("@pulumi/pulumi", "pulumi-vnc-cloud");
    const [alone = NaN] = await times("pulumi-vnc-cloud");
    pulumi.push(first);
    sdkAfterPulumi.push(second);
    sdk.push(alone);
  }
  return { pulumi: median(pulumi), sdk: median(sdk), sdkAfterPulumi: median(sdkAfterPulumi) };
}

/** How long each of some packages takes to load, one after the other, in a fresh process. */
async function times(...packages: string[]): Promise<number[]> {
  const code =
    `const times = ${JSON.stringify(packages)}.map((name) => {` +
    "const start = performance.now(); require(name); return performance.now() - start; });" +
    "console.log(JSON.stringify(times));";
  const { stdout } = await run(process.execPath, ["-e", code], { cwd: repository });
  return JSON.parse(stdout) as number[];
}
