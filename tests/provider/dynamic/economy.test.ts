import { expect } from "chai";
import type { Bag } from "../../support/dynamic-host";
import { ProviderFixture } from "../../support/provider-fixture";

const parallel = 4;
const count = 100;

/** The requests that an address needs at least, by step. */
const least: Readonly<Record<string, readonly string[]>> = {
  create: ["create", "ready", "details"],
  "check and diff without a change": [],
  read: ["details"],
  change: ["change", "ready", "details"],
  "reset of the password": ["reset", "ready", "details"],
  delete: ["delete"],
};

describe("the economy of the provider with many addresses at once", function () {
  this.timeout(60_000);
  const countsOf = new Map<string, Record<string, number>>();
  const connectionsOf = new Map<string, number>();
  const openAtATime: number[] = [];
  let fixture: ProviderFixture;

  before(async () => {
    fixture = await ProviderFixture.start({ VNC_CLOUD_PARALLEL: String(parallel) });
    const { emulator, host } = fixture;
    const measure = async <Result>(step: string, work: Promise<Result>): Promise<Result> => {
      const result = await work;
      const sent = Object.entries(emulator.requestCounts()).filter(([, number]) => number > 0);
      countsOf.set(step, Object.fromEntries(sent));
      connectionsOf.set(step, new Set(emulator.journal().map(({ connection }) => connection)).size);
      openAtATime.push(...emulator.journal().map(({ openConnections }) => openConnections));
      emulator.clearJournal();
      return result;
    };
    const inputs: Bag = { action: "listen", accessControl: { groups: ["support"] }, passwordVersion: "1" };
    const changed: Bag = { ...inputs, accessControl: { groups: ["service"] } };
    const reset: Bag = { ...changed, passwordVersion: "2" };

    const created = await measure(
      "create",
      all(Array(count).fill(inputs) as Bag[], (bag) => host.create(bag)),
    );
    const unchanged = all(created, async ({ id, state }) => {
      const checked = await host.check(inputs, inputs);
      return (await host.diff(id, state, checked.inputs)).changes;
    });
    expect(await measure("check and diff without a change", unchanged)).to.not.include(true);
    await measure(
      "read",
      all(created, ({ id, state }) => host.read(id, state)),
    );
    const update = (addresses: typeof created, wanted: Bag): Promise<typeof created> =>
      all(addresses, async ({ id, state }) => ({ id, state: await host.update(id, state, wanted) }));
    const updated = await measure("change", update(created, changed));
    const rotated = await measure("reset of the password", update(updated, reset));
    await measure(
      "delete",
      all(rotated, ({ id, state }) => host.delete(id, state)),
    );
  });

  after(() => fixture.stop());

  for (const [step, operations] of Object.entries(least)) {
    it(`${step}: ${operations.join(", ") || "no request"}, and nothing more`, () => {
      const expected = Object.fromEntries(operations.map((operation) => [operation, count]));
      expect(countsOf.get(step)).to.deep.equal(expected);
    });
  }

  it("uses as many connections as requests may be under way, however many addresses there are", () => {
    const used = [...connectionsOf.values()].filter((number) => number > 0);
    expect(used).to.deep.equal(used.map(() => parallel));
    expect(Math.max(...openAtATime)).to.equal(parallel);
  });
});

/** Does something to all at the same time. */
function all<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  return Promise.all(items.map(work));
}
