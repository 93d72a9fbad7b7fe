import { expect } from "chai";
import { countsOf, planOf } from "../../../benchmarks/workload/plan";

describe("the plan of a benchmark", () => {
  it("takes numbers of addresses in any order and more than once", () => {
    expect(countsOf("300, 10,10,1000")).to.deep.equal([10, 300, 1000]);
  });

  for (const word of ["", "0", "-1", "1.5", "ten", "1e3", "1000000"]) {
    it(`refuses "${word}" as a number of addresses, by its name`, () => {
      expect(() => countsOf(`10,${word}`)).to.throw(`"${word}" is no number of addresses`);
    });
  }

  it("has the numbers that were asked for, else the usual ones", () => {
    expect(planOf({ counts: [7] }).counts).to.deep.equal([7]);
    expect(planOf({}).counts).to.deep.equal([10, 100, 300, 1000]);
    expect(planOf({ quick: true }).counts).to.deep.equal([10]);
    expect(planOf({ large: true }).counts).to.deep.equal([10, 100, 300, 1000, 5000]);
  });

  it("spares the naive provider alone, and only when there are many addresses", () => {
    const { includes } = planOf({});
    expect([includes("naive", 300), includes("naive", 1000), includes("floor", 5000)]).to.deep.equal([
      true,
      false,
      true,
    ]);
  });
});
