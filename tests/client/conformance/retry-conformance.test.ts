import { expect } from "chai";
import limitTo from "p-limit";
import { conformanceCases, faults, operations } from "./conformance-case";
import { runCase, type CaseOutcome } from "./run-case";

const writes = new Set<string>(operations.filter((name) => !["list", "ready", "details"].includes(name)));

describe("retry conformance", () => {
  const cases = conformanceCases();
  const outcomes: Promise<CaseOutcome>[] = [];

  before(() => {
    // Most cases of a time-out only wait, so many may wait together.
    const limit = limitTo(24);
    for (const one of cases) outcomes.push(limit(() => runCase(one)));
    for (const outcome of outcomes) outcome.catch(() => undefined);
  });

  it("the table knows every fault and has a row for each of them", () => {
    const named = new Set(cases.map(({ fault }) => fault));
    expect([...named].sort()).to.deep.equal(Object.keys(faults).sort());
    expect(new Set(cases.map(({ operation }) => operation))).to.deep.equal(new Set(operations));
  });

  cases.forEach((one, index) => {
    const often = one.times === "forever" ? "for ever" : one.times === 1 ? "once" : "twice";
    it(`${one.operation}, ${one.fault} ${often}: ${one.result} after ${one.requests} requests`, async () => {
      const { error, requests, applied, faultsConsumed, pauses } = await outcomes[index]!;
      expect(error?.name ?? "success", String(error)).to.equal(one.result);
      expect(requests, "requests").to.equal(one.requests);
      expect(faultsConsumed, "every planned fault happened").to.equal(true);
      expect(pauses.length, "pauses").to.equal(requests - 1);
      const expectedApplied = one.result === "success" ? writes.has(one.operation) : one.applied;
      expect(applied, "how often the service carried it out").to.equal(expectedApplied ? 1 : 0);
      const [least, most] = faults[one.fault]?.pauseMilliseconds ?? [0, Infinity];
      for (const pause of pauses) expect(pause).to.be.within(least, most);
      if (error === undefined) return;
      expect(error.attempts).to.equal(one.requests);
      expect(error.outcomeUnknown, "outcomeUnknown").to.equal(one.outcomeUnknown);
      expect(error.errorCode).to.equal(faults[one.fault]?.errorCode);
    });
  });
});
