import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { format } from "prettier";
import { readReport } from "../versions/results/report";
import { measureEngineLives, measureLives, measureSuite, readMutationScore } from "./measure";
import { evidencePage } from "./page";
import { suites } from "./suites";

const page = "docs/evidence.md";
const seeds = [1, 2, 3];
const livesPerSeed = 1000;
const engineSeed = 11;

const usage = `npm run evidence -- [--engine-lives N]

Measures everything and writes ${page}: half an hour on two cores that have nothing else to do.

--engine-lives N  how many random lives are lived under the real engine, some seconds each. Default: 100`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      "engine-lives": { type: "string", default: "100" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const engineLivesCount = Number(values["engine-lives"]);
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
