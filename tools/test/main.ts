import { Command } from "commander";
import { runStages, type StageResult } from "./run-stages";
import { display } from "./screen/display";
import { plan } from "./selection/plan";
import {
  selectAll,
  selectByWords,
  selectWithoutEngine,
  UnknownWords,
  type Selection,
} from "./selection/selection";
import { summary, total } from "./summary";

const examples = `
Examples:
  npm test                                   everything: what has to pass before a change is merged
  npm test -- provider                       one layer
  npm test -- tests/provider/diff            one folder, or one file
  npm test -- --grep "rule 28"               the tests so named, in every layer but the engine's
  npm test -- engine --grep quickstart       the tests so named in one layer
  npm test -- lint:code types                some of the checks
  npx mocha --watch tests/client/**/*.ts     one layer again at each change, without the gate

A layer that uses the built package builds it first; the layer "engine" prepares the Pulumi engine first.
The exit code is 0 if all passed, 1 if something failed, 2 if there is nothing so named.`;

async function run(words: string[], { grep }: { grep?: string }): Promise<void> {
  const start = performance.now();
  const interruption = interruptible();
  const { screen, progress } = display(process.stdout);
  const stages = plan(select(words, grep), { progress, ...(grep === undefined ? {} : { grep }) });
  const results = await runStages(stages, screen, interruption);
  if (grep !== undefined) results.push(...foundNothing(results, grep));
  process.stdout.write(summary(results, (performance.now() - start) / 1000));
  if (interruption.aborted) process.exitCode = 130;
  else process.exitCode = total(results, "failed") > 0 ? 1 : 0;
}

/** Fires when the run is to be ended, once: who insists ends it at once. */
function interruptible(): AbortSignal {
  const interruption = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => interruption.abort(new Error(`Interrupted by ${signal}.`)));
  }
  return interruption.signal;
}

function select(words: string[], grep: string | undefined): Selection {
  if (words.length > 0) return selectByWords(words);
  return grep === undefined ? selectAll() : selectWithoutEngine();
}

/** A pattern that matches no test proves nothing: a failure of its own. */
function foundNothing(results: readonly StageResult[], pattern: string): StageResult[] {
  const ofLayers = results.filter(({ slowest }) => slowest !== undefined);
  if (total(ofLayers, "passed") + total(ofLayers, "failed") > 0) return [];
  return [{ name: "--grep", seconds: 0, passed: 0, failed: 1, faults: [`no test is named ${pattern}`] }];
}

new Command("npm test --")
  .description("Runs the checks and tests of this repository, all or a part of them.")
  .argument(
    "[what...]",
    "layers (folders of tests/), checks (scripts of package.json), test files or folders",
  )
  .option("-g, --grep <pattern>", "only tests whose name matches this text or regular expression")
  .addHelpText("after", examples)
  .action(run)
  .parseAsync()
  .catch((error: unknown) => {
    if (!(error instanceof UnknownWords)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  });
