import { expect } from "chai";
import fc from "fast-check";
import { accessRelation } from "../../../access/relation/relation";
import { createWorld } from "../../../access/world/world";
import {
  knownAddress,
  maskedAddress,
  masks,
  pairText,
  truePairs,
  trueWorlds,
  type TrueAddress,
} from "../oracle/true-world";

describe("the relation who may connect to whom", () => {
  it("is the same as that of the documentation's rules applied pair by pair (rules 19 and 20)", () => {
    fc.assert(
      fc.property(trueWorlds, (world) => {
        const pairs = new Map<string, readonly string[]>();
        for (const { listener, admits } of accessRelation(createWorld(world.map(knownAddress)))) {
          for (const { from, via, certain } of admits) {
            expect(certain).to.equal(true);
            expect(pairs.has(pairText(from, listener)), "each pair once").to.equal(false);
            pairs.set(pairText(from, listener), [...via].sort());
          }
        }
        expect([...pairs].sort()).to.deep.equal([...truePairs(world)].sort());
      }),
      { numRuns: 2000 },
    );
  });

  it("an address of which not even the action is known does not reach itself", () => {
    const key = { name: "key", known: true };
    const named = { groups: { known: [] }, cloudAddresses: { known: ["a", "b"] } };
    const world = createWorld([
      { id: "a", name: "a", collection: "", key, action: "unknown", accessControl: named },
      { id: "b", name: "b", collection: "", key, action: "unknown", accessControl: "unknown" },
      { id: "c", name: "c", collection: "", key, action: "unknown" },
    ]);
    const pairs = [...accessRelation(world)].flatMap(({ listener, admits }) =>
      [...admits].map(({ from }) => `${from.id}->${listener.id}`),
    );
    expect(pairs.sort()).to.deep.equal(["a->b", "a->c", "b->a", "b->c", "c->b"]);
  });

  it("never loses a pair that something unknown may admit, and is certain only of what is true", () => {
    const masked = fc.array(fc.tuple(trueAddresses(), masks), { maxLength: 8 });
    fc.assert(
      fc.property(masked, (addresses) => {
        const world = addresses.map(([address]) => address);
        const possible = new Set<string>();
        const certain = new Set<string>();
        const known = createWorld(addresses.map(([address, mask]) => maskedAddress(address, mask)));
        for (const { listener, admits } of accessRelation(known)) {
          for (const { from, certain: isCertain } of admits) {
            (isCertain ? certain : possible).add(pairText(from, listener));
          }
        }
        const pairs = truePairs(uniqueById(world));
        for (const pair of pairs.keys()) expect(certain.has(pair) || possible.has(pair), pair).to.equal(true);
        for (const pair of certain) expect(pairs.has(pair), pair).to.equal(true);
      }),
      { numRuns: 3000 },
    );
  });
});

function trueAddresses(): fc.Arbitrary<TrueAddress> {
  return trueWorlds.filter((world) => world.length > 0).map((world) => world[0] as TrueAddress);
}

function uniqueById(world: readonly TrueAddress[]): TrueAddress[] {
  return [...new Map([...world].reverse().map((address) => [address.id, address])).values()];
}
