import { expect } from "chai";
import { noEngineFigures, strikeOf } from "../lives/figures";
import { meansOfInterruption, strikableOperations } from "../lives/life/life";
import { liveManyUnderEngine, type NumberedLife } from "../lives/live-many";

/** The same lives each time; `npm run lives -- --engine` lives others. */
const seed = 20_261_124;
const count = 12;

describe("random lives under the real engine, killed in the middle", function () {
  this.timeout(300_000);
  const figures = noEngineFigures();
  let lives: NumberedLife[];
  before(() => (lives = liveManyUnderEngine({ seed, count }, figures)));

  for (let number = 0; number < count; number += 1) {
    it(`in life ${number} nothing is lost, nothing is opened, and all comes to rest`, async () => {
      const { fault, again } = lives[number] as NumberedLife;
      expect(await fault, again).to.equal(undefined);
    });
  }

  // Which operations exactly differs from time to time, because the processes do.
  it("they were killed in the middle of creates and of other operations", () => {
    const kills = meansOfInterruption.filter((means) => means !== "interrupt");
    const struck = strikableOperations.filter((operation) =>
      kills.some((means) => figures[strikeOf(means, operation)] > 0),
    );
    expect(struck).to.include("create").and.to.have.length.above(1);
  });

  it("what each left could be exported, imported and audited", () => {
    expect(figures["states exported and imported"]).to.be.at.least(figures["runs that were killed"]);
    expect(figures.audits).to.be.above(figures["states exported and imported"]);
  });
});
