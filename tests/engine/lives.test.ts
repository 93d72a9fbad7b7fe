import { expect } from "chai";
import { noEngineFigures } from "../lives/figures";
import { liveManyUnderEngine } from "../lives/live-many";

/** The same lives each time; `npm run lives -- --engine` lives others. */
const seed = 20_261_124;
const count = 6;

describe("random lives under the real engine", function () {
  this.timeout(300_000);
  const figures = noEngineFigures();

  it(`in ${count} of them, killed in the middle, nothing is lost, nothing is opened, and all come to rest`, async () => {
    await liveManyUnderEngine({ seed, count }, figures);
    expect(figures.lives).to.equal(count);
  });

  it("runs were killed, and what they left could be exported and imported", () => {
    expect(figures["runs that were killed"]).to.be.above(0);
    expect(figures["states exported and imported"]).to.be.at.least(figures["runs that were killed"]);
  });
});
