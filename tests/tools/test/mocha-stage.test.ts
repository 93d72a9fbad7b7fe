import { expect } from "chai";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mochaStage } from "../../../tools/test/stages/mocha-stage";
import type { Outcome } from "../../../tools/test/stages/stage";

/** What a test file holds, and what the layer must make of it. */
interface LayerCase {
  name: string;
  code: string;
  expected: Omit<Outcome, "slowest">;
  mochaArguments?: string[];
  deadlineSeconds?: number;
}

const layers: LayerCase[] = [
  {
    name: "counts what passes and what fails, and names what fails",
    code: `describe("a", () => { it("b", () => {}); it("c", () => { throw new Error("d"); }); });`,
    expected: { passed: 1, failed: 1, faults: ["a c"] },
  },
  {
    name: "counts a failing hook",
    code: `describe("a", () => { before(() => { throw new Error("d"); }); it("b", () => {}); });`,
    expected: { passed: 0, failed: 1, faults: ['a "before all" hook for "b"'] },
  },
  {
    name: "counts the tests of parallel jobs",
    code: `describe("a", () => { it("b", () => {}); it("c", () => { throw new Error("d"); }); });`,
    expected: { passed: 1, failed: 1, faults: ["a c"] },
    mochaArguments: ["--parallel", "--jobs", "2"],
  },
  {
    name: "fails when a test ends the process",
    code: `it("b", () => {}); it("c", () => process.exit(0));`,
    expected: { passed: 0, failed: 1, faults: ["mocha ended with code 0 without test results"] },
  },
  {
    name: "fails when a file cannot be loaded",
    code: `throw new Error("d");`,
    expected: { passed: 0, failed: 1, faults: ["mocha ended with code 1 without test results"] },
  },
  {
    name: "fails when it holds no test",
    code: "",
    expected: { passed: 0, failed: 1, faults: ["mocha ended with code 1"] },
    mochaArguments: ["--fail-zero"],
  },
  {
    name: "is killed, with what it started, when it does not end",
    code: `it("a", () => { throw new Error("d"); }); it("b", () => { require("child_process").spawn("sleep", ["60"], { stdio: "inherit" }); setInterval(() => {}, 1000); });`,
    expected: { passed: 1, failed: 2, faults: ["a", "mocha was killed after 3 s"] },
    deadlineSeconds: 3,
  },
];

describe("a layer of tests", () => {
  let folder: string;

  before(async () => (folder = await mkdtemp(join(tmpdir(), "vnc-cloud-layer-"))));
  after(() => rm(folder, { recursive: true, force: true }));

  for (const [index, { name, code, expected, ...options }] of layers.entries()) {
    it(name, async () => {
      const file = join(folder, `${index}.test.ts`);
      await writeFile(file, code);
      const { mochaArguments = [], deadlineSeconds = 60 } = options;
      const stage = mochaStage(
        { name: "layer", after: [] },
        { files: [file], mochaArguments, deadlineSeconds },
      );
      const { slowest, ...outcome } = await stage.run(() => undefined, new AbortController().signal);
      expect(outcome).to.deep.equal(expected);
      expect(slowest?.length ?? 0).to.equal(expected.passed);
    });
  }
});
