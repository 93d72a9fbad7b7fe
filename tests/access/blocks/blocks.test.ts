import { expect } from "chai";
import fc from "fast-check";
import { accessBlocks, compareAccess, type ChangeKind } from "../../../access/index";
import { knownAddress, pairText, trueWorlds } from "../oracle/true-world";

const kinds: ChangeKind[] = ["opened", "closed", "mayOpen", "mayClose"];

describe("the blocks of a difference", () => {
  it("hold every changed pair exactly once, with its reasons", () => {
    fc.assert(
      fc.property(trueWorlds, trueWorlds, (before, after) => {
        const difference = compareAccess(before.map(knownAddress), after.map(knownAddress));
        const { blocks, remainders } = accessBlocks(difference);
        const inBlocks = blocks.flatMap((block) =>
          block
            .from()
            .flatMap((from) =>
              block.to.map((to) => `${block.kind} ${pairText(from, to)} ${block.via.join()}`),
            ),
        );
        const changes = [...difference.changes(...kinds)].map(
          ({ kind, from, to, via }) => `${kind} ${pairText(from, to)} ${via.join()}`,
        );
        expect(inBlocks.sort()).to.deep.equal(changes.sort());
        expect(remainders).to.deep.equal([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("beyond the most that anybody reads are counted, each pair once", () => {
    fc.assert(
      fc.property(trueWorlds, trueWorlds, fc.integer({ min: 0, max: 3 }), (before, after, most) => {
        const difference = compareAccess(before.map(knownAddress), after.map(knownAddress));
        const { blocks, remainders } = accessBlocks(difference, most);
        expect(blocks.length).to.be.at.most(most);
        for (const kind of kinds) {
          const inBlocks = blocks
            .filter((block) => block.kind === kind)
            .reduce((sum, { fromCount, to }) => sum + fromCount * to.length, 0);
          const counted = remainders.find((remainder) => remainder.kind === kind)?.pairs ?? 0;
          expect(inBlocks + counted, kind).to.equal([...difference.changes(kind)].length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
