import { writeFile } from "node:fs/promises";
import { format } from "prettier";
import { readReport } from "../versions/results/report";
import { measureEngineLives, measureLives, measureSuite, readMutationScore } from "./measure";
import { evidencePage } from "./page";
import { suites } from "./suites";

const page = "docs/evidence.md";
const seeds = [1, 2, 3];
const livesPerSeed = 1000;
const engineSeed = 2;
const engineLivesCount = 24;

/** Measures everything and writes the page of figures. It takes some minutes. */
async function main(): Promise<void> {
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

void main();
