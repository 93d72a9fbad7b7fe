import { expect } from "chai";
import { SharedPause } from "../../../client/retry/shared-pause";
import { FakeTiming } from "../fake-timing";

describe("the pause that a 429 asks of all operations", () => {
  it("A54: lasts as long as the longest that was asked for, and not as the last", () => {
    const timing = new FakeTiming(true);
    const pause = new SharedPause(timing);
    expect(pause.remaining()).to.be.at.most(0);
    pause.extend(5000);
    pause.extend(1000);
    expect(pause.remaining()).to.equal(5000);
    timing.advance(4500);
    pause.extend(1000);
    expect(pause.remaining()).to.equal(1000);
  });
});
