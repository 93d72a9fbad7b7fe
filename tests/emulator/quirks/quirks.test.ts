import { expect } from "chai";
import { defaultQuirks } from "../../../emulator";
import { type Caller } from "../caller/caller";
import { useCaller } from "../caller/use-caller";
import { bodiesCases } from "./bodies";
import { clock } from "./case";
import { lifeCases } from "./life";
import { listingCases } from "./listing";
import { versionsCases } from "./versions";

const cases = [...versionsCases, ...bodiesCases, ...listingCases, ...lifeCases];

describe("emulator: switches", () => {
  let caller: Caller;
  const company = (apiKey: string) => ({ apiKey, apiSecret: apiKey, account: "company" });
  useCaller((started) => (caller = started), {
    clock: () => clock.now,
    accounts: [company("emulator"), company("colleague"), { apiKey: "stranger", apiSecret: "stranger" }],
  });

  for (const { row, quirks, does, check } of cases) {
    it(`${row}, ${JSON.stringify(quirks)}: ${does}`, async () => {
      caller.emulator.setQuirks(quirks);
      await check(caller);
    });
  }

  it("every switch is tested, and in no case at its default alone", () => {
    const tested = new Set(cases.flatMap(({ quirks }) => Object.keys(quirks)));
    expect([...tested]).to.have.members(Object.keys(defaultQuirks));
  });

  it("a switch that is set leaves the others as they were, and reset takes all back", () => {
    caller.emulator.setQuirks({ etag: "weak" });
    caller.emulator.setQuirks({ stalePolls: 1 });
    expect(caller.emulator.quirks()).to.deep.equal({ ...defaultQuirks, etag: "weak", stalePolls: 1 });
    caller.emulator.reset();
    expect(caller.emulator.quirks()).to.deep.equal(defaultQuirks);
  });
});
