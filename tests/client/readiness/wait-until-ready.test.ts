import { expect } from "chai";
import {
  NotFoundError,
  OperationAbortedError,
  ReadinessTimeoutError,
  ServiceUnavailableError,
  TooManyRequestsError,
} from "../../../client";
import { pollIntervalMilliseconds } from "../../../client/readiness/poll-interval";
import { FakeTiming } from "../fake-timing";
import { rejection } from "../rejection";
import { StubService, type StubAnswer } from "../stub-service";

const cloudAddress = "a.b.c.d";
const pending: StubAnswer = { json: { changes: "pending" } };
const none: StubAnswer = { json: { changes: "none" } };

describe("the wait until an address is ready", () => {
  afterEach(() => StubService.closeAll());

  /** A service that gives these answers one after the other, the last one for ever. */
  async function wait(...answers: readonly StubAnswer[]) {
    const stub = await StubService.start((_request, count) => answers[Math.min(count, answers.length) - 1]);
    // The clock moves in pauses only, so every figure is exact.
    const timing = new FakeTiming(true);
    return { stub, timing, client: stub.client({ timing }) };
  }

  it("rule 42: ready at once is one question and no pause", async () => {
    const { stub, timing, client } = await wait(none);
    await client.waitUntilReady(cloudAddress, { timeoutSeconds: 120 });
    expect(stub.requests.map(({ path }) => path)).to.deep.equal([`/static-address/${cloudAddress}/ready`]);
    expect(timing.pauses).to.deep.equal([]);
  });

  it("rule 43: questions come no faster than ten times a second, slowing down to every two seconds", async () => {
    const { stub, timing, client } = await wait(...Array<StubAnswer>(12).fill(pending), none);
    await client.waitUntilReady(cloudAddress, { timeoutSeconds: 120 });
    expect(stub.requests).to.have.length(13);
    expect(timing.pauses).to.deep.equal([110, 165, 248, 371, 557, 835, 1253, 1879, 2000, 2000, 2000, 2000]);
    expect(pollIntervalMilliseconds(1)).to.be.above(100);
  });

  it("0 seconds: nothing is asked", async () => {
    const { stub, client } = await wait(pending);
    await client.waitUntilReady(cloudAddress, { timeoutSeconds: 0 });
    expect(stub.requests).to.deep.equal([]);
  });

  it("A47: it ends with its time, says that nothing is taken back, and asks once more at the very end", async () => {
    const { stub, timing, client } = await wait(pending);
    const error = await rejection(
      ReadinessTimeoutError,
      client.waitUntilReady(cloudAddress, { timeoutSeconds: 5 }),
    );
    expect(error).to.include({
      lastAnswer: "pending",
      cloudAddress,
      operation: "ready",
      outcomeUnknown: false,
    });
    expect(error.attempts).to.equal(stub.requests.length);
    expect(error.message).to.match(
      /not ready within 5 seconds: the service last answered "pending"\. What was written to it is not taken back/,
    );
    expect(timing.pauses.reduce((sum, pause) => sum + pause)).to.equal(5000);
  });

  it("A50: an unknown answer counts as not yet, and is named at the end", async () => {
    const { client } = await wait({ json: { changes: "some\nday" } });
    const error = await rejection(
      ReadinessTimeoutError,
      client.waitUntilReady(cloudAddress, { timeoutSeconds: 1 }),
    );
    expect(error.message).to.include('last answered "some day"');
    const { client: other } = await wait({ json: { changes: "partly" } }, none);
    await other.waitUntilReady(cloudAddress, { timeoutSeconds: 10 });
  });

  it("A44: a 404 is waited out within its grace, and final without or after it", async () => {
    const { stub, client } = await wait({ status: 404 }, { status: 404 }, pending, none);
    await client.waitUntilReady(cloudAddress, { timeoutSeconds: 120, notFoundGraceSeconds: 30 });
    expect(stub.requests).to.have.length(4);

    const { client: strict } = await wait({ status: 404 });
    const atOnce = strict.waitUntilReady(cloudAddress, { timeoutSeconds: 120 });
    expect(await rejection(NotFoundError, atOnce)).to.include({ attempts: 1 });

    const { client: gone, timing } = await wait({ status: 404 });
    const later = gone.waitUntilReady(cloudAddress, { timeoutSeconds: 120, notFoundGraceSeconds: 10 });
    await rejection(NotFoundError, later);
    expect(timing.pauses.reduce((sum, pause) => sum + pause)).to.be.within(9000, 10_000);
  });

  it("A44: a 404 within its grace is not final when the time of the wait is over, by whatever chance it ended", async () => {
    for (const chance of [0, 0.2, 0.5, 0.8, 0.999]) {
      const { client, timing } = await wait({ status: 404 });
      timing.chance = chance;
      const error = await rejection(
        ReadinessTimeoutError,
        client.waitUntilReady(cloudAddress, { timeoutSeconds: 2, notFoundGraceSeconds: 30 }),
      );
      expect(error.message).to.match(/not ready within 2 seconds: the service does not show it yet \(404\)/);
      expect(error.lastAnswer).to.equal(undefined);
    }
  });

  it("A54: 503 in between is repeated, and the wait goes on", async () => {
    const { stub, client } = await wait({ status: 503 }, pending, { status: 503 }, { status: 503 }, none);
    await client.waitUntilReady(cloudAddress, { timeoutSeconds: 120 });
    expect(stub.requests).to.have.length(5);
  });

  it("A54: a 503 that stays is the error, long before the time of the wait", async () => {
    const { client } = await wait(pending, { status: 503 });
    const error = await rejection(
      ServiceUnavailableError,
      client.waitUntilReady(cloudAddress, { timeoutSeconds: 120 }),
    );
    expect(error.attempts).to.equal(5);
  });

  it("A54: a Retry-After beyond the time of the wait ends it at once and says when to try again", async () => {
    const { stub, client } = await wait({ status: 429, headers: { "Retry-After": "60" } });
    const error = await rejection(
      TooManyRequestsError,
      client.waitUntilReady(cloudAddress, { timeoutSeconds: 10 }),
    );
    expect(error.retryAfterSeconds).to.equal(60);
    expect(stub.requests).to.have.length(1);
  });

  it("a signal ends it in a pause", async () => {
    const { stub, timing, client } = await wait(pending);
    const controller = new AbortController();
    timing.onPause = (count) => {
      if (count === 3) controller.abort();
    };
    const error = await rejection(
      OperationAbortedError,
      client.waitUntilReady(cloudAddress, { timeoutSeconds: 120, signal: controller.signal }),
    );
    expect(error).to.include({ cloudAddress, attempts: 3, operation: "ready" });
    expect(stub.requests).to.have.length(3);
  });
});
