import { setTimeout as sleep } from "node:timers/promises";
import { Command, Option } from "commander";
import fc from "fast-check";
import { killEngines } from "../engine/support/kill-engines";
import { FastLives } from "./fast-lives";
import { noEngineFigures, noFigures, type Figures } from "./figures";
import { randomLife } from "./life/random-life";
import { liveManyUnderEngine, type Selection } from "./live-many";
import { wholeNumber } from "./whole-number";

const largestSeed = 0x7fffffff;
const mostLives = 1_000_000;

interface Flags {
  readonly engine?: true;
  readonly seed: number;
  readonly count?: number;
  readonly only?: number;
  readonly json?: true;
}

const more = `
The figures go to standard output, progress and what did not hold to standard error. The exit code is 1 when something
did not hold in some life, 2 for a wrong command line, 130 when it was interrupted.`;

/** The long form of the random lives: as many as wanted, from any seed. */
async function main(): Promise<void> {
  const program = new Command("npm run lives --")
    .description("Lives random lives and says how to live one again in which something did not hold.")
    .option("--engine", "under the real engine, whose processes are killed: some seconds each")
    .addOption(
      new Option("--seed <seed>", "which lives")
        .argParser(wholeNumber(0, largestSeed))
        .default(Date.now() % largestSeed, "others each time"),
    )
    .option("--count <number>", "how many (default: 1000, with --engine 12)", wholeNumber(1, mostLives))
    .option(
      "--only <number>",
      "with --engine: only the life with this number, from 0, of those of the seed",
      wholeNumber(0, mostLives - 1),
    )
    .option("--json", "print the figures as JSON")
    .addHelpText("after", more)
    .allowExcessArguments(false)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .parse();
  const { engine, seed, only, json, count = engine ? 12 : 1000 } = program.opts<Flags>();
  if (only !== undefined && !engine) program.error("error: --only needs --engine.");
  const selection = { seed, count, ...(only !== undefined && { only }) };
  const figures = await (engine ? liveUnderEngine(selection) : liveFast(selection));
  const lines = Object.entries(figures).map(([name, count]) => `${String(count).padStart(9)} ${name}`);
  process.stdout.write(
    json ? `${JSON.stringify({ seed, figures })}\n` : `seed ${seed}\n${lines.join("\n")}\n`,
  );
}

async function liveFast({ seed, count }: Selection): Promise<Figures> {
  const figures = noFigures();
  const lives = await FastLives.start();
  try {
    await fc.assert(
      fc.asyncProperty(randomLife, (life) => lives.live(life, figures)),
      { seed, numRuns: count },
    );
  } catch (error) {
    const { message, cause } = error as Error & { cause?: Error };
    report(cause === undefined ? message : `${message}\n${cause.message}`);
    process.exitCode = 1;
  } finally {
    await lives.close();
  }
  return figures;
}

async function liveUnderEngine(selection: Selection): Promise<Figures> {
  const figures = noEngineFigures();
  const interrupted = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => interrupted.abort());
  const lives = liveManyUnderEngine(selection, figures, interrupted.signal);
  const start = Date.now();
  let done = 0;
  const told = lives.map(async ({ number, again, fault }) => {
    const found = await fault;
    if (interrupted.signal.aborted) return;
    done += 1;
    const seconds = Math.round((Date.now() - start) / 1000);
    const outcome = found === undefined ? "all held" : `something did not hold (${again}): ${found}`;
    report(`${seconds} s, ${done} of ${lives.length}: life ${number}, ${outcome}`);
    if (found !== undefined) process.exitCode = 1;
  });
  interrupted.signal.addEventListener("abort", () => void endAll(Promise.all(told)));
  await Promise.all(told);
  if (interrupted.signal.aborted) process.exit(130);
  return figures;
}

/** Lives whose commands are killed end, and remove what they have made; each may begin another command before. */
async function endAll(lives: Promise<unknown>): Promise<void> {
  report("Interrupted: ending what is under way.");
  let ended = false;
  void lives.finally(() => (ended = true));
  while (!ended) {
    await killEngines();
    await sleep(50);
  }
}

function report(line: string): void {
  process.stderr.write(`${line}\n`);
}

void main();
