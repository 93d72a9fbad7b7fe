import { expect } from "chai";
import { backOffMilliseconds } from "../../../client/retry/back-off";

describe("back-off", () => {
  it("A54: grows exponentially to its cap of 20 seconds", () => {
    const ceilings = [0, 1, 2, 3, 4, 5, 6, 60].map((repetition) => backOffMilliseconds(repetition, 1));
    expect(ceilings).to.deep.equal([500, 1000, 2000, 4000, 8000, 16_000, 20_000, 20_000]);
  });

  it("A54: has full jitter", () => {
    expect([0.25, 0.5, 0.75].map((random) => backOffMilliseconds(2, random))).to.deep.equal([
      500, 1000, 1500,
    ]);
  });

  it("never asks more than ten times a second", () => {
    expect(backOffMilliseconds(0, 0)).to.be.greaterThan(100);
  });
});
