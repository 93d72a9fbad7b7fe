import { expect } from "chai";
import fc from "fast-check";
import { accessRelation, alikeConnectors, alikeListeners, createWorld } from "../../../access/index";
import { maskedAddress, masks, trueWorlds } from "../oracle/true-world";

describe("addresses that are alike", () => {
  it("are all admitted by a listener, or none of them, for the same reasons", () => {
    fc.assert(
      fc.property(trueWorlds, fc.array(masks, { minLength: 8, maxLength: 8 }), (addresses, hidden) => {
        const world = createWorld(addresses.map((address, index) => maskedAddress(address, hidden[index]!)));
        const cells = new Map<string, string>();
        for (const { listener, admits } of accessRelation(world)) {
          for (const { from, via, certain } of admits) {
            cells.set(`${from.id} ${listener.id}`, `${certain} ${via.join()}`);
          }
        }
        for (const sources of alikeConnectors(world, world.connectors)) {
          for (const targets of alikeListeners(world.listeners)) {
            const different = new Set(
              sources.flatMap((from) => targets.map((to) => cells.get(`${from.id} ${to.id}`))),
            );
            expect(different.size).to.equal(1);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
