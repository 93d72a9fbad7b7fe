import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MochaRecord } from "../mocha/spec-and-record";
import { runProcess, type ProcessEnd } from "../process/run-process";
import type { Outcome, Stage } from "./stage";

const reporter = require.resolve("../mocha/spec-and-record.ts");

export interface MochaRun {
  files: readonly string[];
  /** Further arguments of mocha: `--grep`, `--parallel`. */
  mochaArguments: readonly string[];
  deadlineSeconds: number;
}

/** A layer of tests: mocha's spec report as it comes, the counts from a record that its reporter leaves. */
export function mochaStage(place: Pick<Stage, "name" | "after" | "needs">, mocha: MochaRun): Stage {
  return {
    ...place,
    async run(print, signal) {
      const folder = await mkdtemp(join(tmpdir(), "vnc-cloud-tests-"));
      try {
        const record = join(folder, "record.json");
        const end = await runProcess(process.execPath, mochaCommand(mocha, record), {
          deadlineSeconds: mocha.deadlineSeconds,
          onText: print,
          signal,
        });
        return outcome(await readRecord(record), end);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

function mochaCommand({ files, mochaArguments }: MochaRun, record: string): string[] {
  const report = ["--reporter", reporter, "--reporter-option", `record=${record}`];
  return [require.resolve("mocha/bin/mocha.js"), ...report, ...mochaArguments, ...files];
}

async function readRecord(file: string): Promise<MochaRecord | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as MochaRecord;
  } catch {
    return undefined;
  }
}

/** A run that did not come to its end, or that failed with no failing test to show for it, is a fault of its own. */
function outcome(record: MochaRecord | undefined, end: ProcessEnd): Outcome {
  const fault = `mocha ${end.reason}`;
  if (record === undefined) return { passed: 0, failed: 1, faults: [`${fault} without test results`] };
  if (end.succeeded || (end.ended && record.failed > 0)) return record;
  return { ...record, failed: record.failed + 1, faults: [...record.faults, fault] };
}
