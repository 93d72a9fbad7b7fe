import { expect } from "chai";
import { runStages } from "../../../tools/test/run-stages";
import { Screen } from "../../../tools/test/screen/screen";
import type { Outcome, Stage } from "../../../tools/test/stages/stage";

const good: Outcome = { passed: 1, failed: 0, faults: [] };
const bad: Outcome = { passed: 0, failed: 1, faults: ["broken"] };

describe("the stages of a test run", () => {
  let begun: string[];
  let ended: string[];

  beforeEach(() => {
    begun = [];
    ended = [];
  });

  function stage(name: string, place: Partial<Stage> = {}, outcome = good): Stage {
    const run = async (): Promise<Outcome> => {
      begun.push(name);
      await new Promise(setImmediate);
      ended.push(name);
      return outcome;
    };
    return { name, after: [], run, ...place };
  }

  async function run(stages: Stage[], signal = new AbortController().signal) {
    let written = "";
    const results = await runStages(stages, new Screen((lines) => (written += lines)), signal);
    return { results, written };
  }

  it("go on after a failure, whatever comes after it", async () => {
    const { results } = await run([
      stage("first", {}, bad),
      stage("second", { after: ["first"] }),
      stage("third"),
    ]);
    expect(results.map(({ failed }) => failed)).to.deep.equal([1, 0, 0]);
    expect(ended).to.have.members(["first", "second", "third"]);
  });

  it("wait for what they come after", async () => {
    await run([stage("first"), stage("second", { after: ["first"] }), stage("third", { after: ["second"] })]);
    expect(ended).to.deep.equal(["first", "second", "third"]);
  });

  it("run two at a time, beside those in the background", async () => {
    let most = 0;
    const counting = (name: string, place: Partial<Stage> = {}): Stage => {
      const counted = stage(name, place);
      return {
        ...counted,
        run: (print, signal) => {
          most = Math.max(most, begun.length + 1 - ended.length);
          return counted.run(print, signal);
        },
      };
    };
    await run(["a", "b", "c", "d"].map((name) => counting(name)));
    expect(most).to.equal(2);
    await run([...["a", "b", "c"].map((name) => counting(name)), counting("e", { background: true })]);
    expect(most).to.equal(3);
  });

  it("are not run, nor counted, without what they need", async () => {
    const { results, written } = await run([stage("engine", {}, bad), stage("tests", { needs: "engine" })]);
    expect(begun).to.deep.equal(["engine"]);
    expect(results[1]).to.include({ passed: 0, failed: 0 });
    expect(written).to.include("tests: not run, because engine failed");
  });

  it("are not begun any more once the run is interrupted", async () => {
    const interruption = new AbortController();
    const interrupting = stage("first", {
      run: () => {
        interruption.abort();
        return Promise.resolve(bad);
      },
    });
    const { written } = await run([interrupting, stage("second", { after: ["first"] })], interruption.signal);
    expect(begun).to.deep.equal([]);
    expect(written).to.include("second: not run, because the run was interrupted");
  });
});
