import { expect } from "chai";
import { measureSuite } from "../../../tools/evidence/measure";

describe("the figures of a part of the tests", () => {
  const some = "tests/tools/versions/results-table.test.ts";

  it("count the cases of every pattern", async () => {
    const once = await measureSuite({ files: [some] });
    expect(once).to.be.above(0);
    expect(await measureSuite({ files: [some, some] })).to.equal(2 * once);
  }).timeout(30_000);

  it("are none when one of its patterns names no test", async () => {
    const files = [some, "tests/tools/versions/no-{such,other}.test.ts"];
    const error = await measureSuite({ files }).catch((caught: unknown) => caught);
    expect(error)
      .to.be.instanceOf(Error)
      .with.property("message")
      .that.matches(/no-\{such,other\}/);
  }).timeout(30_000);
});
