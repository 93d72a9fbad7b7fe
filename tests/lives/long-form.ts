import { parseArgs } from "node:util";
import fc from "fast-check";
import { FastLives } from "./fast-lives";
import { noFigures } from "./figures";
import { randomLife } from "./life/random-life";

const usage = `npm run lives -- [--seed S] [--count N] [--json]

Lives N random lives (1000) from the seed S (a new one each time) and says how to live a failing one again.
--json prints the figures as JSON.`;

/** The long form of the random lives: as many as wanted, from any seed. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: "string" },
      count: { type: "string", default: "1000" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const seed = values.seed === undefined ? Date.now() % 0x7fffffff : Number(values.seed);
  const numRuns = Number(values.count);
  if (values.help || !Number.isInteger(seed) || !(numRuns >= 1)) {
    process.stdout.write(`${usage}\n`);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const figures = noFigures();
  const lives = await FastLives.start();
  try {
    await fc.assert(
      fc.asyncProperty(randomLife, (life) => lives.live(life, figures)),
      { seed, numRuns },
    );
    const lines = Object.entries(figures).map(([name, count]) => `${String(count).padStart(9)} ${name}`);
    process.stdout.write(
      values.json ? `${JSON.stringify({ seed, figures })}\n` : `seed ${seed}\n${lines.join("\n")}\n`,
    );
  } catch (error) {
    process.stdout.write(`${(error as Error).message}\n${String((error as Error).cause)}\n`);
    process.exitCode = 1;
  } finally {
    await lives.close();
  }
}

void main();
