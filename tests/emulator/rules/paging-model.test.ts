import { expect } from "chai";
import fc from "fast-check";
import { Caller, nextPath, basic } from "../caller/caller";

/** What happens before the next page is asked for: so many creates, and deletes by their place in what exists. */
const between = fc.record({
  created: fc.nat({ max: 4 }),
  deleted: fc.array(fc.nat({ max: 50 }), { maxLength: 5 }),
});

describe("emulator: pages under change", () => {
  let caller: Caller;
  before(async () => {
    caller = await Caller.start();
  });
  after(() => caller.close());

  it("rule 39, A36: a reader sees what stayed exactly once, nothing that was deleted before its page, and what is new", async () => {
    const changes = fc.array(between, { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 25 }),
        fc.integer({ min: 1, max: 7 }),
        changes,
        async (count, limit, steps) => {
          caller.emulator.reset();
          const create = (many: number) =>
            caller.emulator.seed(Array.from({ length: many }, () => ({ allowedActions: ["connect"] })));
          const existing = create(count);
          const seen: string[] = [];
          const goneUnseen = new Set<string>();
          let path: string | undefined = `/cloud/1.1/static-address?limit=${limit}`;
          for (let page = 0; path !== undefined; page += 1) {
            const answered = await caller.raw("GET", path, { headers: { authorization: basic("emulator") } });
            const addresses = answered.status === 204 ? [] : answered.json.cloudAddresses;
            expect(addresses.length).to.be.at.most(limit);
            seen.push(...addresses);
            path = nextPath(answered);
            if (path === undefined) break;
            existing.push(...create(steps[page]?.created ?? 0));
            for (const place of steps[page]?.deleted ?? []) {
              const [gone] = existing.splice(place, 1);
              if (gone === undefined) continue;
              caller.emulator.deleteAddress(gone);
              if (!seen.includes(gone)) goneUnseen.add(gone);
            }
          }
          expect(new Set(seen).size, "each once").to.equal(seen.length);
          expect(seen.filter((address) => goneUnseen.has(address))).to.deep.equal([]);
          expect(
            seen.filter((address) => existing.includes(address)),
            "all that exists, in order",
          ).to.deep.equal(existing);
        },
      ),
      { seed: 20_261_124, numRuns: 100 },
    );
  });
});
