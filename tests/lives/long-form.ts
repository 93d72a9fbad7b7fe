import { parseArgs } from "node:util";
import fc from "fast-check";
import { FastLives } from "./fast-lives";
import { noEngineFigures, noFigures, type Figures } from "./figures";
import { randomLife } from "./life/random-life";
import { liveManyUnderEngine, type Selection } from "./live-many";

const usage = `npm run lives -- [--engine [--only I]] [--seed S] [--count N] [--json]

Lives N random lives from the seed S (a new one each time) and says how to live a failing one again.

--engine   under the real engine, whose processes are killed: some seconds each. N is 12 then, else 1000.
--only I   only the life with this number, from 0, among those of the seed
--json     prints the figures as JSON`;

/** The long form of the random lives: as many as wanted, from any seed. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      engine: { type: "boolean", default: false },
      seed: { type: "string" },
      count: { type: "string" },
      only: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const seed = values.seed === undefined ? Date.now() % 0x7fffffff : Number(values.seed);
  const count = Number(values.count ?? (values.engine ? 12 : 1000));
  const only = values.only === undefined ? undefined : Number(values.only);
  if (values.help || !Number.isInteger(seed) || !(count >= 1) || !(only === undefined || only >= 0)) {
    process.stdout.write(`${usage}\n`);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const selection = { seed, count, ...(only !== undefined && { only }) };
  try {
    const figures = await (values.engine ? liveUnderEngine(selection) : liveFast(selection));
    const lines = Object.entries(figures).map(([name, count]) => `${String(count).padStart(9)} ${name}`);
    process.stdout.write(
      values.json ? `${JSON.stringify({ seed, figures })}\n` : `seed ${seed}\n${lines.join("\n")}\n`,
    );
  } catch (error) {
    const { message, cause } = error as Error & { cause?: Error };
    process.stdout.write(`${message}\n${cause === undefined ? "" : `${cause.message}\n`}`);
    process.exitCode = 1;
  }
}

async function liveFast({ seed, count }: Selection): Promise<Figures> {
  const figures = noFigures();
  const lives = await FastLives.start();
  try {
    await fc.assert(
      fc.asyncProperty(randomLife, (life) => lives.live(life, figures)),
      { seed, numRuns: count },
    );
  } finally {
    await lives.close();
  }
  return figures;
}

async function liveUnderEngine(selection: Selection): Promise<Figures> {
  const figures = noEngineFigures();
  await liveManyUnderEngine(selection, figures, () => process.stderr.write("."));
  process.stderr.write("\n");
  return figures;
}

void main();
