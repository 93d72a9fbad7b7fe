import { expect } from "chai";
import { judge } from "../../../benchmarks/results/goals";
import { comparePeer, peerTable } from "../../../benchmarks/results/peer";
import { Summary } from "../../../benchmarks/results/summary";
import type { SubjectName } from "../../../benchmarks/subjects/subject";
import type { Measurement } from "../../../benchmarks/workload/measurement";
import type { Step } from "../../../benchmarks/workload/step";

type Seconds = Partial<Record<SubjectName, number>>;

function measured(step: Step, seconds: Seconds, count = 300): Measurement[] {
  return (Object.entries(seconds) as [SubjectName, number][]).map(([subject, value]) => ({
    subject,
    count,
    latencyMilliseconds: 50,
    step,
    seconds: value,
    cpuSeconds: 0,
    programMemory: undefined,
    providerMemory: undefined,
    requests: 0,
    connections: 0,
    openConnections: 0,
    stateBytes: undefined,
  }));
}

const faster = { ours: 3, floor: 2, OpenTofu: 9, "OpenTofu -refresh=false": 4 };
const slowEngine = { ours: 6, floor: 5, OpenTofu: 9, "OpenTofu -refresh=false": 4 };
const slower = { ours: 6, floor: 3, OpenTofu: 9, "OpenTofu -refresh=false": 4 };

function goalOf(measurements: readonly Measurement[]) {
  const state = { bytes: 1, ordinaryBytes: 1, ratio: 1 };
  return judge(new Summary(measurements), state, 0, []).find(({ goal }) => goal.includes("OpenTofu"));
}

describe("the comparison with OpenTofu", () => {
  it("is with the faster of its two ways, and tells the engine's part from this package's", () => {
    const summary = new Summary([
      ...measured("create", faster),
      ...measured("no-op up", slowEngine),
      ...measured("destroy", slower),
    ]);
    expect(comparePeer(summary).map(({ step, outcome }) => [step, outcome])).to.deep.equal([
      ["create", "faster"],
      ["no-op up", "the engine alone is slower"],
      ["destroy", "slower"],
    ]);
    expect(peerTable(comparePeer(summary)).split("\n").slice(2)).to.deep.equal([
      "| create | 300 | 50 | 3.0 | 2.0 | 9.0 | 4.0 | faster |",
      "| no-op up | 300 | 50 | 6.0 | 5.0 | 9.0 | 4.0 | slower, as the engine alone is |",
      "| destroy | 300 | 50 | 6.0 | 3.0 | 9.0 | 4.0 | **slower** |",
    ]);
  });

  it("is a goal that is reached while nothing but the engine is slower", () => {
    expect(goalOf([...measured("create", faster), ...measured("no-op up", slowEngine)])).to.include({
      isReached: true,
      standing:
        "faster in 1 of 2; slower in 1 in which the engine alone is slower too; slower for another reason in 0",
    });
  });

  it("is a goal that is missed in the steps that it names", () => {
    const goal = goalOf([...measured("create", faster), ...measured("destroy", slower)]);
    expect(goal).to.have.property("isReached", false);
    expect(goal?.standing).to.match(/slower for another reason in 1: destroy of 300 at 50 ms$/);
  });

  it("is not judged with fewer addresses", () => {
    expect(goalOf(measured("create", slower, 299))).to.have.property("isReached", undefined);
  });

  it("is no goal where OpenTofu was not measured", () => {
    expect(goalOf(measured("create", { ours: 3, floor: 2 }))).to.equal(undefined);
  });
});
