import { expect } from "chai";
import { InvalidInput, type FaultPlan } from "../../../emulator";
import { type Caller } from "../caller/caller";
import { useCaller } from "../caller/use-caller";

describe("emulator: fault plans and their accounts", () => {
  let caller: Caller;
  let address: string;
  useCaller((started) => (caller = started));
  beforeEach(() => ([address] = caller.emulator.seed([{ allowedActions: ["connect"] }]) as [string]));

  const unavailable: FaultPlan["fault"] = { kind: "status", status: 503 };
  const statuses = async (count: number) => {
    const seen: number[] = [];
    for (let request = 0; request < count; request += 1) {
      seen.push((await caller.details(address)).status);
    }
    return seen;
  };

  for (const [plan, seen] of [
    [{}, [503, 200, 200, 200]],
    [{ times: 2 }, [503, 503, 200, 200]],
    [{ skip: 1 }, [200, 503, 200, 200]],
    [{ skip: 1, times: 2 }, [200, 503, 503, 200]],
    [{ times: "forever" }, [503, 503, 503, 503]],
    [{ operation: "details" }, [503, 200, 200, 200]],
    [{ operation: "list" }, [200, 200, 200, 200]],
    [{ method: "get" }, [503, 200, 200, 200]],
    [{ method: "PUT" }, [200, 200, 200, 200]],
    [{ cloudAddress: "a.b.c.d" }, [200, 200, 200, 200]],
  ] as [Partial<FaultPlan>, number[]][]) {
    it(`a plan of ${JSON.stringify(plan)} makes four reads ${seen.join(", ")}`, async () => {
      caller.emulator.planFaults([{ ...plan, fault: unavailable }]);
      expect(await statuses(4)).to.deep.equal(seen);
    });
  }

  it("plans are used up one after the other, and a skip counts only what no earlier plan took", async () => {
    caller.emulator.planFaults([
      { times: 2, fault: unavailable },
      { skip: 1, fault: { kind: "status", status: 429 } },
    ]);
    expect(await statuses(5)).to.deep.equal([503, 503, 200, 429, 200]);
  });

  it("a plan for one address leaves the others alone", async () => {
    const [other] = caller.emulator.seed([{ allowedActions: ["connect"] }]) as [string];
    caller.emulator.planFaults([{ cloudAddress: address, fault: unavailable }]);
    expect((await caller.details(other)).status).to.equal(200);
    expect((await caller.details(address)).status).to.equal(503);
  });

  it("the account says how often a plan fired, on which requests, and whether it is completed", async () => {
    const ids = caller.emulator.planFaults([
      { operation: "details", skip: 1, times: 2, fault: unavailable },
      { operation: "list", fault: unavailable },
      { operation: "ready", times: "forever", fault: unavailable },
    ]);
    await statuses(2);
    const sequences = () => caller.emulator.journal().map(({ sequence }) => sequence);
    /** Requests by their place in the journal, from 1. */
    const brief = () =>
      caller.emulator
        .faults()
        .map(({ id, planned, fired, completed, requests }) => [
          id,
          planned,
          fired,
          completed,
          requests.map((sequence) => sequences().indexOf(sequence) + 1),
        ]);
    expect(brief()).to.deep.equal([
      [ids[0], 2, 1, false, [2]],
      [ids[1], 1, 0, false, []],
      [ids[2], "forever", 0, false, []],
    ]);
    await statuses(1);
    await caller.call("GET", `/${address}/ready`);
    expect(brief()).to.deep.equal([
      [ids[0], 2, 2, true, [2, 3]],
      [ids[1], 1, 0, false, []],
      [ids[2], "forever", 1, true, [4]],
    ]);
    expect(caller.emulator.journal().map(({ fault }) => fault)).to.deep.equal([
      undefined,
      ids[0],
      ids[0],
      ids[2],
    ]);
  });

  it("cleared plans do not fire and have no accounts", async () => {
    caller.emulator.planFaults([{ fault: unavailable }]);
    caller.emulator.clearFaults();
    expect(await statuses(1)).to.deep.equal([200]);
    expect(caller.emulator.faults()).to.deep.equal([]);
  });

  it("of bad plans every fault is reported at once, and none is planned", () => {
    const plans = [
      { operation: "make", skip: -1, fault: { kind: "status", status: 99 } },
      { times: 0, fault: { kind: "explode" } },
      { fault: { kind: "delay" }, when: "now" },
      { fault: { kind: "redirect", location: "a\r\nb" } },
      {},
      { fault: unavailable },
    ] as unknown as FaultPlan[];
    const problems = problemsOf(() => caller.emulator.planFaults(plans));
    expect(problems.map((problem) => problem.split(" ")[0])).to.have.members([
      "faults[0].operation",
      "faults[0].skip",
      "faults[0].fault.status",
      "faults[1].times",
      "faults[1].fault.kind",
      "faults[2]",
      "faults[2].fault.milliseconds",
      "faults[3].fault.location",
      "faults[4].fault",
    ]);
    expect(problems.join("\n")).to.contain('faults[2] has no member "when"');
    expect(caller.emulator.faults()).to.deep.equal([]);
  });
});

function problemsOf(action: () => unknown): readonly string[] {
  try {
    action();
  } catch (error) {
    if (error instanceof InvalidInput) {
      return error.problems;
    }
    throw error;
  }
  return [];
}
