import { expect } from "chai";
import limitTo from "p-limit";
import { DynamicHost } from "../../support/dynamic-host";
import { faults } from "../../client/conformance/conformance-case";
import { conformanceCases, operations, type ConformanceCase } from "./conformance-case";
import { CaseAccounts, runCase } from "./run-case";

/** Long enough for an answer on a busy machine, short enough to wait for several that never come. */
const timeoutSeconds = 2;

describe("retry conformance of the provider in the dynamic host", function () {
  this.timeout(120_000);
  const cases = conformanceCases();
  const outcomes: Promise<string>[] = [];
  let accounts: CaseAccounts;
  let host: DynamicHost;

  before(async () => {
    accounts = await CaseAccounts.start(cases.length);
    host = await DynamicHost.start({
      environment: {
        VNC_CLOUD_REQUEST_TIMEOUT_SECONDS: String(timeoutSeconds),
        VNC_CLOUD_PARALLEL: "1000",
      },
      configuration: { "vnc-cloud:accounts": accounts.configuration },
    });
    // Most cases only wait for the next try, so many may wait together.
    const limit = limitTo(60);
    const run = (one: ConformanceCase, index: number): Promise<string> =>
      limit(() => runCase(one, host, accounts.emulator(index), accounts.name(index)));
    cases.forEach((one, index) => outcomes.push(run(one, index)));
    for (const outcome of outcomes) outcome.catch(() => undefined);
  });
  after(async () => {
    await host.stop();
    await accounts.close();
  });

  it("the table knows only faults that there are, and every operation", () => {
    expect(Object.keys(faults)).to.include.members(cases.map(({ fault }) => fault));
    expect(new Set(cases.map(({ operation }) => operation))).to.deep.equal(new Set(operations));
  });

  cases.forEach((one, index) => {
    const often = one.times === "forever" ? "for ever" : one.times === 1 ? "once" : "twice";
    it(`${one.operation}, ${one.fault} ${often} at ${one.request}: ${one.expected}`, async () => {
      expect(await outcomes[index]).to.equal(one.expected);
    });
  });
});
