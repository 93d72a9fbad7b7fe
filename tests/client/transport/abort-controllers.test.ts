import { expect } from "chai";
import { RequestTimeoutError } from "../../../client";
import { rejection } from "../rejection";
import { StubService } from "../stub-service";

describe("abort controllers of requests", () => {
  const original = globalThis.AbortController;
  let made = 0;
  before(() => {
    globalThis.AbortController = class extends original {
      constructor() {
        super();
        made += 1;
      }
    };
  });
  after(() => {
    globalThis.AbortController = original;
  });
  beforeEach(() => (made = 0));
  afterEach(() => StubService.closeAll());

  it("many requests share as many as are under way at once, so that none leaves one behind", async () => {
    const stub = await StubService.start({ json: { changes: "none" } });
    const client = stub.client({ parallel: 3 });
    await Promise.all(Array.from({ length: 100 }, () => client.getReadiness("a.b")));
    expect(made).to.be.at.most(3);
    expect(stub.requests).to.have.length(100);
  });

  it("one that ended a request ends no later one", async () => {
    const stub = await StubService.start((_request, count) =>
      count === 1 ? undefined : { json: { changes: "none" } },
    );
    const client = stub.client({ maxRetries: 0, requestTimeoutSeconds: 0.5 });
    await rejection(RequestTimeoutError, client.getReadiness("a.b"));
    for (let count = 0; count < 5; count += 1) expect(await client.getReadiness("a.b")).to.equal("none");
  });

  it("a signal that ends a request late, after its answer, ends no later one", async () => {
    const stub = await StubService.start({ json: { changes: "none" } });
    const client = stub.client();
    const caller = new original();
    await client.getReadiness("a.b", { signal: caller.signal });
    const later = client.getReadiness("a.b");
    caller.abort();
    expect(await later).to.equal("none");
  });
});
