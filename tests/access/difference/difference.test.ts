import { expect } from "chai";
import fc from "fast-check";
import { compareAccess } from "../../../access/difference/difference";
import type { ChangeKind } from "../../../access/difference/change";
import { knownAddress, maskedAddress, masks, pairText, truePairs, trueWorlds } from "../oracle/true-world";

const kinds: ChangeKind[] = ["opened", "closed", "mayOpen", "mayClose"];

describe("the difference of two worlds", () => {
  it("is the difference of the relations applied pair by pair", () => {
    fc.assert(
      fc.property(trueWorlds, trueWorlds, (before, after) => {
        const difference = compareAccess(before.map(knownAddress), after.map(knownAddress));
        const pairsBefore = truePairs(before);
        const pairsAfter = truePairs(after);
        expect(pairs(difference, "opened")).to.deep.equal(missingFrom(pairsBefore, pairsAfter));
        expect(pairs(difference, "closed")).to.deep.equal(missingFrom(pairsAfter, pairsBefore));
        const real = new Set([...before, ...after].map(({ id }) => id));
        for (const { from } of difference.changes("mayOpen", "mayClose")) {
          expect(from.outside).to.equal(true);
          expect(real.has(from.id)).to.equal(false);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("misses no pair that opens, whatever is unknown on either side, and claims nothing that is not so", () => {
    const mask = fc.array(masks, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(trueWorlds, trueWorlds, mask, mask, (before, after, masksBefore, masksAfter) => {
        const difference = compareAccess(
          before.map((address, index) => maskedAddress(address, masksBefore[index]!)),
          after.map((address, index) => maskedAddress(address, masksAfter[index]!)),
        );
        const found = Object.fromEntries(kinds.map((kind) => [kind, pairs(difference, kind)]));
        const opened = missingFrom(truePairs(before), truePairs(after));
        const closed = missingFrom(truePairs(after), truePairs(before));
        expect([...found.opened!, ...found.mayOpen!]).to.include.members(opened);
        expect([...found.closed!, ...found.mayClose!, ...found.mayOpen!]).to.include.members(closed);
        expect(opened).to.include.members(found.opened!);
        expect(closed).to.include.members(found.closed!);
      }),
      { numRuns: 3000 },
    );
  });

  it("misses no new listener whose groups are not known, beside a connect address whose groups are not known", () => {
    const address = { name: "", collection: "world", key: { name: "key", known: true } };
    const unknown = { known: [], unknown: "anything" } as const;
    const kim = { ...address, id: "kim", action: "connect", groups: unknown } as const;
    const lee = { ...address, id: "lee", action: "connect", groups: { known: ["support"] } } as const;
    const accessControl = { groups: unknown, cloudAddresses: { known: [] } };
    const desk = { ...address, id: "desk", action: "listen", accessControl } as const;
    expect(pairs(compareAccess([kim, lee], [kim, lee, desk]), "mayOpen")).to.deep.equal([
      "kim -> desk",
      "lee -> desk",
    ]);
  });

  it("shows nothing for an unknown that the change does not touch", () => {
    fc.assert(
      fc.property(trueWorlds, fc.array(masks, { minLength: 8, maxLength: 8 }), (world, mask) => {
        const addresses = world.map((address, index) => maskedAddress(address, mask[index]!));
        expect([...compareAccess(addresses, addresses).changes(...kinds)]).to.deep.equal([]);
      }),
    );
  });
});

function pairs(difference: ReturnType<typeof compareAccess>, kind: ChangeKind): string[] {
  return [...difference.changes(kind)].map(({ from, to }) => pairText(from, to)).sort();
}

function missingFrom(base: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string[] {
  return [...other.keys()].filter((pair) => !base.has(pair)).sort();
}
