import { expect } from "chai";
import { RequestSlots } from "../../../client/retry/request-slots";

describe("request slots", () => {
  it("let no more than `parallel` requests be under way, in the order they came", async () => {
    const slots = new RequestSlots();
    let running = 0;
    let most = 0;
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        slots.use(3, undefined, async () => {
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
    const slots = new RequestSlots();
    const failed = await slots
      .use(1, undefined, () => Promise.reject(new Error("no")))
      .catch((error: Error) => error);
    expect(failed).to.be.an("error").with.property("message", "no");
    expect(await slots.use(1, undefined, () => Promise.resolve(7))).to.equal(7);
  });

  it("are not waited for any longer when the signal ends the wait, and the work is never done", async () => {
    const slots = new RequestSlots();
    let release = (): void => undefined;
    const first = slots.use(1, undefined, () => new Promise<void>((resolve) => (release = resolve)));
    await new Promise(setImmediate);
    const controller = new AbortController();
    let done = false;
    const second = slots.use(1, controller.signal, () => {
      done = true;
      return Promise.resolve();
    });
    await new Promise(setImmediate);
    controller.abort();
    expect(await second.catch((error: Error) => error)).to.be.an("error");
    release();
    await first;
    await slots.use(1, undefined, () => Promise.resolve());
    expect(done).to.equal(false);
  });

  it("are shared by those with different numbers: each begins only while fewer than its own are under way", async () => {
    const slots = new RequestSlots();
    let running = 0;
    const most = { 2: 0, 5: 0 };
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const parallel = index % 2 === 0 ? 2 : 5;
        return slots.use(parallel, undefined, async () => {
          running += 1;
          most[parallel] = Math.max(most[parallel], running);
          await new Promise(setImmediate);
          running -= 1;
        });
      }),
    );
    expect(most[2]).to.equal(2);
    expect(most[5]).to.be.within(3, 5);
  });

  it("go to those behind one who gives up", async () => {
    const slots = new RequestSlots();
    let release = (): void => undefined;
    const first = slots.use(9, undefined, () => new Promise<void>((resolve) => (release = resolve)));
    const controller = new AbortController();
    const second = slots.use(1, controller.signal, () => Promise.resolve()).catch((error: Error) => error);
    const third = slots.use(2, undefined, () => Promise.resolve("done"));
    controller.abort();
    expect(await third).to.equal("done");
    expect(await second).to.be.an("error");
    release();
    await first;
  });
});
