import limitTo from "p-limit";
import { defaultQuirks, type Quirks } from "../../../emulator";
import { DynamicHost } from "../../support/dynamic-host";
import { CaseAccounts } from "../conformance/run-case";
import { coveringArray } from "./covering-array";
import { otherReadings } from "./quirk-values";
import { liveUnderQuirks } from "./scenarios";

const names = Object.keys(otherReadings) as (keyof Quirks)[];

/** Each other reading alone, and then rows in which every two readings of every two switches meet. */
const single = names.flatMap((name) =>
  otherReadings[name].map((value): Partial<Quirks> => ({ [name]: value })),
);
const factors = names.map((name) => [defaultQuirks[name], ...otherReadings[name]]);
const paired = coveringArray(factors).map((row): Partial<Quirks> =>
  Object.fromEntries(names.map((name, index) => [name, row[index]])),
);

describe("the provider under every reading of the documentation", function () {
  this.timeout(120_000);
  const cases = [{}, ...single, ...paired];
  const outcomes: Promise<void>[] = [];
  let accounts: CaseAccounts;
  let host: DynamicHost;

  before(async () => {
    accounts = await CaseAccounts.start(cases.length);
    host = await DynamicHost.start({
      environment: { VNC_CLOUD_PARALLEL: "200", VNC_CLOUD_OWNERSHIP_GROUP: "iac:quirks/dev" },
      configuration: { "vnc-cloud:accounts": accounts.configuration },
    });
    const limit = limitTo(16);
    cases.forEach((quirks, index) => {
      const emulator = accounts.emulator(index);
      emulator.setQuirks(quirks);
      const place = { host, emulator, account: accounts.name(index), quirks: emulator.quirks() };
      outcomes.push(limit(() => liveUnderQuirks(place)));
    });
    for (const outcome of outcomes) outcome.catch(() => undefined);
  });
  after(async () => {
    await host.stop();
    await accounts.close();
  });

  cases.forEach((quirks, index) => {
    it(nameOf(quirks, index), () => outcomes[index]);
  });

  function nameOf(quirks: Partial<Quirks>, index: number): string {
    const pair = index - single.length;
    if (pair > 0) return `pairs, row ${pair} of ${paired.length}`;
    const [[name, value] = ["", undefined]] = Object.entries(quirks);
    return name === "" ? "the emulator's own" : `${name}: ${JSON.stringify(value)}`;
  }
});
