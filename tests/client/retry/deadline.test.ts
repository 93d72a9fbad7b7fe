import { getEventListeners } from "node:events";
import { expect } from "chai";
import {
  OperationAbortedError,
  RequestTimeoutError,
  ServiceError,
  ServiceUnavailableError,
  TooManyRequestsError,
  type VncCloudClient,
  VncCloudError,
} from "../../../client";
import { FakeTiming } from "../fake-timing";
import { rejection } from "../rejection";
import { StubService, type StubAnswer, type StubBehaviour } from "../stub-service";

const cloudAddress = "a.b.c.d";
const ready: StubAnswer = { json: { changes: "none" } };
const sum = (pauses: readonly number[]) => pauses.reduce((total, pause) => total + pause, 0);

/** Begins an answer of success and never ends it. */
const halfAnswer: StubBehaviour = (_request, _count, response) => {
  response.writeHead(200, { "Content-Type": "application/json" }).write('{"changes":');
  return undefined;
};

describe("the time that an operation may take", () => {
  afterEach(() => StubService.closeAll());

  it("A54: repetitions come after growing pauses, at random up to 0.5, 1, 2 and 4 seconds", async () => {
    const stub = await StubService.start({ status: 503 });
    for (const [chance, pauses] of [
      [0, [110, 110, 110, 110]],
      [0.5, [250, 500, 1000, 2000]],
      [0.999, [500, 999, 1998, 3996]],
    ] as const) {
      const timing = new FakeTiming(true);
      timing.chance = chance;
      const client = stub.client({ timing });
      const error = await rejection(ServiceUnavailableError, client.getReadiness(cloudAddress));
      expect(error.attempts).to.equal(5);
      expect(timing.pauses).to.deep.equal(pauses);
    }
  });

  for (const [name, headers, pause] of [
    ["in seconds", { "Retry-After": "299" }, 299_000],
    [
      "as a date, by the clock of the service",
      { "Retry-After": "Tue, 01 Jan 2030 00:04:00 GMT", Date: "Tue, 01 Jan 2030 00:00:00 GMT" },
      240_000,
    ],
    ["in the past: no sooner than ten times a second", { "Retry-After": "0" }, 110],
    ["that is none: the own pause", { "Retry-After": "soon" }, 250],
  ] as const) {
    it(`A54: Retry-After ${name} is obeyed fully`, async () => {
      const stub = await StubService.start((_request, count) =>
        count === 1 ? { status: 503, headers } : ready,
      );
      const timing = new FakeTiming(true);
      await stub.client({ timing }).getReadiness(cloudAddress);
      expect(timing.pauses).to.deep.equal([pause]);
    });
  }

  it("pauses count: a repetition that does not fit any more is not made, and the error says so", async () => {
    const stub = await StubService.start({ status: 502 });
    const timing = new FakeTiming(true);
    const client = stub.client({ timing, maxRetries: 100, operationTimeoutSeconds: 20 });
    const error = await rejection(ServiceError, client.getReadiness(cloudAddress));
    expect(error.message).to.match(/the time for the whole operation \(20 s\) is used up/);
    expect(sum(timing.pauses)).to.be.below(20_000);
    expect(error.attempts).to.equal(timing.pauses.length + 1);
  });

  it("Retry-After of one repetition after the other is held against one deadline", async () => {
    const stub = await StubService.start({ status: 503, headers: { "Retry-After": "140" } });
    const timing = new FakeTiming(true);
    const error = await rejection(
      ServiceUnavailableError,
      stub.client({ timing }).getReadiness(cloudAddress),
    );
    expect(timing.pauses).to.deep.equal([140_000, 140_000]);
    expect(error).to.include({ attempts: 3, retryAfterSeconds: 140 });
  });

  it("A54: a 429 with Retry-After holds every operation of the client, which are asked again after it only", async () => {
    const until = new Map<string, number>();
    const timing = new FakeTiming(true);
    const begin = timing.now();
    const stub = await StubService.start(({ path }, count) => {
      until.set(`${path} ${count}`, timing.now() - begin);
      return count === 1 ? { status: 429, headers: { "Retry-After": "30" } } : ready;
    });
    const stranger = (await StubService.start(ready)).client();
    const { sleep } = timing;
    timing.sleep = async (...pause) => {
      // By the time that another service has answered, a request that should wait would have come.
      await stranger.getReadiness("another");
      await sleep(...pause);
    };
    const client = stub.client({ timing, parallel: 1 });
    await Promise.all(["first", "second", "third"].map((address) => client.getReadiness(address)));
    const [first, ...others] = [...until.values()];
    expect(first).to.equal(0);
    expect(others).to.have.length(3);
    for (const time of others) expect(time).to.be.at.least(30_000);
  });

  it("A54: a pause for all that is longer than an operation may take fails it before it is sent", async () => {
    const timing = new FakeTiming(true);
    const stub = await StubService.start((_request, count) =>
      count === 1 ? { status: 429, headers: { "Retry-After": "100" } } : ready,
    );
    let refused: Promise<TooManyRequestsError> | undefined;
    const { sleep } = timing;
    timing.sleep = async (...pause) => {
      refused ??= rejection(
        TooManyRequestsError,
        patient.waitUntilReady(cloudAddress, { timeoutSeconds: 5 }),
      );
      await refused;
      await sleep(...pause);
    };
    const patient: VncCloudClient = stub.client({ timing, operationTimeoutSeconds: 200 });
    await patient.getReadiness(cloudAddress);
    expect(await refused).to.include({ attempts: 0, status: 429 });
    expect(stub.requests).to.have.length(2);
  });

  it("one request may take so long, its body included; a read is repeated, a create is not", async () => {
    const stub = await StubService.start(halfAnswer);
    const client = stub.client({ requestTimeoutSeconds: 0.05, maxRetries: 2, timing: new FakeTiming() });
    const read = await rejection(RequestTimeoutError, client.getReadiness(cloudAddress));
    expect(read).to.include({ attempts: 3, outcomeUnknown: false });
    expect(read.message).to.match(/no complete answer within 0\.05 seconds/);
    const create = await rejection(RequestTimeoutError, client.createCloudAddress({ action: "connect" }));
    expect(create).to.include({ attempts: 1, outcomeUnknown: true });
  });

  it("a request may not take longer than is left of the operation", async () => {
    const stub = await StubService.start(halfAnswer);
    const client = stub.client({ operationTimeoutSeconds: 0.08 });
    const begin = performance.now();
    await rejection(RequestTimeoutError, client.getReadiness(cloudAddress));
    expect(performance.now() - begin).to.be.below(10_000);
    expect(stub.requests).to.have.length(1);
  });

  it("a status counts although its body never ends", async () => {
    const stub = await StubService.start((_request, _count, response) => {
      response.writeHead(412, { "Content-Type": "text/html" }).write("<html>");
      return undefined;
    });
    const client = stub.client({ requestTimeoutSeconds: 0.05 });
    const error = await rejection(VncCloudError, client.deleteCloudAddress(cloudAddress, { ifMatch: "1" }));
    expect(error).to.include({ name: "PreconditionFailedError", attempts: 1 });
  });
});

describe("the signal of the caller", () => {
  afterEach(() => StubService.closeAll());

  const delayed = async (behaviour: StubBehaviour | StubAnswer, timing = new FakeTiming()) => {
    const controller = new AbortController();
    const stub = await StubService.start(behaviour);
    return { controller, stub, timing, client: stub.client({ timing, parallel: 1 }) };
  };

  it("that is aborted already: nothing is sent", async () => {
    const { stub, client } = await delayed(ready);
    const call = client.getReadiness(cloudAddress, { signal: AbortSignal.abort() });
    expect(await rejection(OperationAbortedError, call)).to.include({ attempts: 0, outcomeUnknown: false });
    expect(stub.requests).to.deep.equal([]);
  });

  it("ends a request that waits for its answer; a write may have been carried out", async () => {
    const { controller, client } = await delayed(() => {
      controller.abort();
      return undefined;
    });
    const call = client.createCloudAddress({ action: "connect" }, { signal: controller.signal });
    const error = await rejection(OperationAbortedError, call);
    expect(error).to.include({ attempts: 1, outcomeUnknown: true });
    expect(error.message).to.match(/may have been created all the same/);
  });

  it("ends the reading of a body", async () => {
    const { controller, client } = await delayed((...given) => {
      setImmediate(() => controller.abort());
      return halfAnswer(...given);
    });
    const call = client.getReadiness(cloudAddress, { signal: controller.signal });
    expect(await rejection(OperationAbortedError, call)).to.include({ attempts: 1, outcomeUnknown: false });
  });

  it("has no listener left of what has ended: it may live as long as the process", async () => {
    const { controller, client } = await delayed(ready);
    for (let call = 0; call < 3; call += 1)
      await client.getReadiness(cloudAddress, { signal: controller.signal });
    expect(getEventListeners(controller.signal, "abort")).to.deep.equal([]);
  });

  it("ends a pause", async () => {
    const { controller, stub, timing, client } = await delayed({ status: 503 });
    timing.onPause = () => controller.abort();
    const call = client.getReadiness(cloudAddress, { signal: controller.signal });
    await rejection(OperationAbortedError, call);
    expect(stub.requests).to.have.length(1);
  });

  it("ends the wait for a free slot, and the one that has the slot goes on", async () => {
    let answer = (): void => undefined;
    const { controller, stub, client } = await delayed((_request, _count, response) => {
      answer = () =>
        response.writeHead(200, { "Content-Type": "application/json" }).end('{"changes":"none"}');
      controller.abort();
      return undefined;
    });
    const first = client.getReadiness("first");
    const second = client.getReadiness("second", { signal: controller.signal });
    expect(await rejection(OperationAbortedError, second)).to.include({ attempts: 0 });
    answer();
    expect(await first).to.equal("none");
    expect(stub.requests).to.have.length(1);
  });
});
