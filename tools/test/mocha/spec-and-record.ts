import { writeFileSync } from "node:fs";
import Mocha from "mocha";
import type { TimedTest } from "../stages/stage";

/** What a finished run of mocha leaves in the record file. */
export interface MochaRecord {
  passed: number;
  failed: number;
  /** Full titles of the failed tests and hooks. */
  faults: string[];
  slowest: TimedTest[];
}

const slowestKept = 5;

/** Mocha's spec reporter, which also writes a {@link MochaRecord} to the file of its option `record`. */
class SpecAndRecord extends Mocha.reporters.Spec {
  private readonly tests: TimedTest[] = [];
  private readonly recordFile: string;

  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    this.recordFile = (options.reporterOptions as { record: string }).record;
    const { EVENT_TEST_PASS, EVENT_RUN_END } = Mocha.Runner.constants;
    runner.on(EVENT_TEST_PASS, (test) =>
      this.tests.push({ title: test.fullTitle(), milliseconds: test.duration ?? 0 }),
    );
    runner.once(EVENT_RUN_END, () => this.write());
  }

  private write(): void {
    const record: MochaRecord = {
      passed: this.stats.passes,
      failed: this.stats.failures,
      faults: this.failures.map((test) => test.fullTitle()),
      slowest: this.tests.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, slowestKept),
    };
    writeFileSync(this.recordFile, JSON.stringify(record));
  }
}

module.exports = SpecAndRecord;
