import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import pLimit from "p-limit";
import { readRecordedStack, recordedVersions } from "../../tests/upgrade/recorded-stack";
import { prepareEngine } from "../engine";
import { occasionalLines } from "../engine/progress/occasional-lines";
import { redrawnLine } from "../engine/progress/redrawn-line";
import { runtimeChoices } from "./combinations/choices";
import { nameOf, type Combination } from "./combinations/combination";
import { programForms, type ProgramForm } from "./combinations/program-form";
import type { Runtime } from "./combinations/runtime";
import { Workspace } from "./installation/workspace";
import { clearReport, writeReport } from "./results/report";
import { hasFailed, resultsTable } from "./results/results-table";
import type { Row } from "./results/row";
import { leaveState, runTrials, type LeftState } from "./trials/run-trials";
import type { Surroundings } from "./trials/foreign-stack";

const usage = `npm run versions -- [--only TEXT]... [--json]

Tries the packed package with every supported line of Node.js, the oldest and the newest @pulumi/pulumi, and programs
in every form: each combination deploys on the emulator, and takes over the states that others have left. It needs the
package registry, and about seven minutes on two cores.

--only TEXT  only combinations with this text in their names, such as "Node.js 22" or "ES modules"
--json       prints the rows of the table as JSON

The exit code is 1 when something failed.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: "string", multiple: true, default: [] },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const interrupted = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(name, () => interrupted.abort(new Error(`Stopped by ${name}.`)));
  const { signal } = interrupted;
  const workspace = await Workspace.create(signal);
  const writeLine = (line: string): unknown => process.stderr.write(`${line}\n`);
  const display = process.stderr.isTTY ? redrawnLine(process.stderr) : occasionalLines(writeLine);
  const onProgress = process.stderr.isTTY ? display.onProgress : writeLine;
  try {
    const engine = await prepareEngine({ onProgress: display.onProgress, signal });
    onProgress("Installing Node.js and @pulumi/pulumi");
    const runtimes = await Promise.all(runtimeChoices.map((choice) => workspace.install(choice)));
    const wanted = combinationsOf(runtimes).filter((combination) =>
      values.only.every((text) => nameOf(combination).includes(text)),
    );
    if (wanted.length === 0) throw new Error(`No combination has ${values.only.join(" and ")} in its name.`);
    if (values.only.length === 0) await clearReport();
    const rows = await tryAll(wanted, runtimes, { engine, signal }, onProgress);
    display.close();
    console.log(values.json ? JSON.stringify(rows, undefined, 2) : resultsTable(rows));
    process.exitCode = rows.some(hasFailed) ? 1 : 0;
  } catch (error) {
    display.close();
    console.error((error as Error).message);
    process.exitCode = signal.aborted ? 130 : 1;
  } finally {
    await workspace.remove();
  }
}

function combinationsOf(runtimes: readonly Runtime[]): Combination[] {
  return runtimes.flatMap((runtime) => programForms.map((form) => ({ runtime, form })));
}

/** @param runtimes from the oldest to the newest; these two leave states that all take over. */
async function tryAll(
  combinations: readonly Combination[],
  runtimes: readonly Runtime[],
  surroundings: Surroundings,
  onProgress: (text: string, done: number) => unknown,
): Promise<Row[]> {
  const states: LeftState[] = [];
  for (const version of recordedVersions())
    states.push({ left: version, stack: await readRecordedStack(version) });
  // It has everything that a state can hold.
  const { program } = (states.at(-1) as LeftState).stack;
  onProgress("Deploying with the oldest and with the newest versions, for all to take over", 0);
  const form = programForms[0] as ProgramForm;
  for (const runtime of [runtimes[0], runtimes.at(-1)] as [Runtime, Runtime]) {
    const left = `Node.js ${runtime.node}`;
    states.push({ left, stack: await leaveState({ runtime, form }, surroundings, program) });
  }
  let done = 0;
  const oneByOne = pLimit(availableParallelism());
  return oneByOne.map(combinations, async (combination) => {
    const start = performance.now();
    const { runtime, form } = combination;
    const trials = await runTrials(combination, surroundings, program, states);
    const seconds = Math.round((performance.now() - start) / 1000);
    const row = { node: runtime.node, pulumi: runtime.pulumi, form: form.name, seconds, trials };
    await writeReport(row);
    done += 1;
    const outcome = hasFailed(row) ? "failed" : "is well";
    onProgress(
      `${done} of ${combinations.length}: ${nameOf(combination)} ${outcome}`,
      done / combinations.length,
    );
    return row;
  });
}

void main();
