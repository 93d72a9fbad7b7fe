import { expect } from "chai";
import { OperationClock } from "../../../client/retry/operation-clock";
import { FakeTiming } from "../fake-timing";

describe("the clock of an operation", () => {
  it("counts down to its deadline and not below", () => {
    const timing = new FakeTiming(true);
    const clock = new OperationClock(timing, 1000);
    timing.advance(400);
    expect([clock.elapsed(), clock.remaining()]).to.deep.equal([400, 600]);
    timing.advance(5000);
    expect(clock.remaining()).to.equal(0);
  });

  it("stands still while the operation waits for a slot", () => {
    const timing = new FakeTiming(true);
    const clock = new OperationClock(timing, 1000);
    timing.advance(100);
    clock.stop();
    timing.advance(10_000);
    expect(clock.elapsed()).to.equal(100);
    clock.stop();
    clock.start();
    clock.start();
    timing.advance(50);
    expect(clock.elapsed()).to.equal(150);
  });
});
