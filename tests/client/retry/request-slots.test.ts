import { expect } from "chai";
import { RequestSlots, sharedRequestSlots } from "../../../client/retry/request-slots";

describe("request slots", () => {
  it("let no more than `parallel` requests be under way, in the order they came", async () => {
    const slots = new RequestSlots(3);
    let running = 0;
    let most = 0;
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        slots.use(undefined, async () => {
          order.push(index);
          most = Math.max(most, ++running);
          await new Promise(setImmediate);
          running -= 1;
        }),
      ),
    );
    expect(most).to.equal(3);
    expect(order).to.deep.equal([...order].sort((left, right) => left - right));
  });

  it("are free again after work that failed", async () => {
    const slots = new RequestSlots(1);
    const failed = await slots
      .use(undefined, () => Promise.reject(new Error("no")))
      .catch((error: Error) => error);
    expect(failed).to.be.an("error").with.property("message", "no");
    expect(await slots.use(undefined, () => Promise.resolve(7))).to.equal(7);
  });

  it("are not waited for any longer when the signal ends the wait, and the work is never done", async () => {
    const slots = new RequestSlots(1);
    let release = (): void => undefined;
    const first = slots.use(undefined, () => new Promise<void>((resolve) => (release = resolve)));
    await new Promise(setImmediate);
    const controller = new AbortController();
    let done = false;
    const second = slots.use(controller.signal, () => {
      done = true;
      return Promise.resolve();
    });
    await new Promise(setImmediate);
    controller.abort();
    expect(await second.catch((error: Error) => error)).to.be.an("error");
    release();
    await first;
    await slots.use(undefined, () => Promise.resolve());
    expect(done).to.equal(false);
  });

  it("are one set for all clients with the same number", () => {
    expect(sharedRequestSlots(5)).to.equal(sharedRequestSlots(5));
    expect(sharedRequestSlots(5)).not.to.equal(sharedRequestSlots(6));
  });
});
