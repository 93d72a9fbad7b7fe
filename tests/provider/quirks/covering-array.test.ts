import { expect } from "chai";
import { coveringArray } from "./covering-array";

describe("a covering array", () => {
  it("has every two values of every two factors in some row, in far fewer rows than there are combinations", () => {
    const factors = [
      [1, 2, 3, 4],
      ["a", "b"],
      [true, false],
      ["x", "y", "z"],
      [0, 1],
      [0, 1],
      [0, 1],
    ];
    const rows = coveringArray(factors);
    factors.forEach((values, a) =>
      factors.slice(0, a).forEach((others, b) => {
        for (const x of values) {
          for (const y of others) expect(rows.some((row) => row[a] === x && row[b] === y)).to.equal(true);
        }
      }),
    );
    expect(rows.length).to.be.below(25);
  });
});
