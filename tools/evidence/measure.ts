import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { EngineFigures, Figures } from "../../tests/lives/figures";
import type { Suite } from "./suites";

const run = promisify(execFile);
const mutationReport = "reports/mutation/mutation.json";

/** What the lives of one seed came to. */
export interface LivesFigures<Counted = Figures> {
  readonly seed: number;
  readonly figures: Counted;
}

/** @throws when a life fails, with what it takes to live it again. */
export function measureLives(seed: number, count: number): Promise<LivesFigures> {
  return live(seed, count);
}

/** The same under the real engine. */
export function measureEngineLives(seed: number, count: number): Promise<LivesFigures<EngineFigures>> {
  return live(seed, count, "--engine");
}

async function live<Counted>(
  seed: number,
  count: number,
  ...options: string[]
): Promise<LivesFigures<Counted>> {
  const selection = ["--seed", String(seed), "--count", String(count)];
  const program = ["tests/lives/long-form.ts", "--json", ...selection, ...options];
  const { stdout } = await node(require.resolve("tsx/cli"), program);
  return JSON.parse(stdout) as LivesFigures<Counted>;
}

/**
 * One run of mocha for each pattern, because mocha fails for a pattern that names no test only when it has no other.
 *
 * @returns the number of cases, all of which passed.
 */
export async function measureSuite({ files }: Pick<Suite, "files">): Promise<number> {
  let cases = 0;
  for (const pattern of files) {
    const { stdout } = await node(require.resolve("mocha/bin/mocha.js"), ["--reporter", "json", pattern]);
    const { stats } = JSON.parse(stdout.slice(stdout.indexOf("{\n"))) as { stats: { passes: number } };
    cases += stats.passes;
  }
  return cases;
}

/** The latest mutation report, if `npm run mutation` has made one. */
export async function readMutationScore(): Promise<{ noticed: number; all: number } | undefined> {
  if (!existsSync(mutationReport)) return undefined;
  const report = JSON.parse(await readFile(mutationReport, "utf8")) as {
    files: Record<string, { mutants: { status: string }[] }>;
  };
  const statuses = Object.values(report.files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...kinds: string[]): number => statuses.filter((status) => kinds.includes(status)).length;
  const noticed = count("Killed", "Timeout");
  return { noticed, all: noticed + count("Survived", "NoCoverage") };
}

async function node(program: string, parameters: readonly string[]): Promise<{ stdout: string }> {
  try {
    const running = run(process.execPath, [program, ...parameters], { maxBuffer: 1 << 28 });
    running.child.stderr?.pipe(process.stderr);
    return await running;
  } catch (error) {
    const { message, stdout } = error as Error & { stdout: string };
    throw new Error(`${message}\n${stdout}`, { cause: error });
  }
}
