import { expect } from "chai";
import fc from "fast-check";
import { FastLives } from "./fast-lives";
import { noFigures, type Figures } from "./figures";
import { randomLife } from "./life/random-life";

/** The same lives each time; `npm run lives` lives others. */
const seed = 20_261_124;
const count = isUnderMutation() ? 80 : 300;

describe("random lives", function () {
  // Under mutation a life that is slow on a busy machine must not count as a fault that was noticed.
  this.timeout(isUnderMutation() ? 0 : 120_000);
  let lives: FastLives;
  const figures: Figures = noFigures();
  before(async () => (lives = await FastLives.start()));
  after(() => lives.close());

  it(`in ${count} of them nothing is lost, nothing is opened, and all come to rest`, async () => {
    await fc.assert(
      fc.asyncProperty(randomLife, (life) => lives.live(life, figures)),
      { seed, numRuns: count, endOnFailure: isUnderMutation() },
    );
  });

  it("every kind of thing happened in them", () => {
    for (const [name, happened] of Object.entries(figures)) expect(happened, name).to.be.above(count / 10);
  });
});

/** Whether these lives are lived once for each of many faults that were put into the code: `npm run mutation`. */
function isUnderMutation(): boolean {
  return "__stryker__" in globalThis;
}
