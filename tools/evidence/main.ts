import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { format } from "prettier";
import { wholeNumber } from "../../tests/lives/whole-number";
import { readReport } from "../versions/results/report";
import { measureEngineLives, measureLives, measureSuite, readMutationScore } from "./measure";
import { evidencePage } from "./page";
import { suites } from "./suites";

const page = "docs/evidence.md";
const seeds = [1, 2, 3];
const livesPerSeed = 1000;
const engineSeed = 11;

/** Measures everything and writes the page of figures. */
async function main(engineLivesCount: number): Promise<void> {
  const lives = [];
  for (const seed of seeds) {
    console.log(`Random lives, seed ${seed}`);
    lives.push(await measureLives(seed, livesPerSeed));
  }
  console.log("Random lives under the real engine");
  const engineLives = await measureEngineLives(engineSeed, engineLivesCount);
  const measured = [];
  for (const suite of suites) {
    console.log(suite.title);
    measured.push({ suite, cases: await measureSuite(suite) });
  }
  const mutation = await readMutationScore();
  const versions = await readReport();
  const text = evidencePage({
    lives,
    engineLives,
    suites: measured,
    versions,
    ...(mutation && { mutation }),
  });
  await writeFile(page, await format(text, { parser: "markdown", printWidth: 110, proseWrap: "preserve" }));
  console.log(`Wrote ${page}`);
}

const program = new Command("npm run evidence --")
  .description(
    `Measures everything and writes ${page}: half an hour on two cores that have nothing else to do.`,
  )
  .option(
    "--engine-lives <number>",
    "random lives under the real engine, some seconds each",
    wholeNumber(1, 10_000),
    100,
  )
  .allowExcessArguments(false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse();
void main(program.opts<{ engineLives: number }>().engineLives);
