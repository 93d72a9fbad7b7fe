import { expect } from "chai";
import { connect as openSocket } from "node:net";
import { startEmulator } from "../../../emulator";
import { Caller } from "../caller/caller";
import { rawRequest, sendRaw } from "../caller/raw-socket";

describe("emulator: server", () => {
  let open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(open.map((each) => each.close()));
    open = [];
  });
  const start = async (...options: Parameters<typeof Caller.start>) => {
    const caller = await Caller.start(...options);
    open.push(caller);
    return caller;
  };

  it("listens on the loopback on a free port, and two emulators know nothing of each other", async () => {
    const [first, second] = [await start(), await start()];
    expect(first.emulator.port).not.to.equal(second.emulator.port);
    await first.create();
    expect(second.emulator.snapshot().addresses).to.deep.equal([]);
  });

  it("closes while connections are idle, stalled, delayed, trickling and half-way through a request", async () => {
    const caller = await start();
    const address = await caller.create();
    caller.emulator.planFaults([
      { operation: "details", fault: { kind: "stall" } },
      { operation: "ready", fault: { kind: "commitThenStall" } },
      { operation: "list", fault: { kind: "delay", milliseconds: 3_600_000 } },
      { operation: "reset", fault: { kind: "slowBody", milliseconds: 3_600_000 } },
    ]);
    const stuck = [
      rawRequest("GET", `/${address}`),
      rawRequest("GET", `/${address}/ready`),
      rawRequest("GET", ""),
      rawRequest("POST", `/${address}`),
      rawRequest("GET", "").slice(0, 20),
      "",
    ].map((bytes) => sendRaw(caller.emulator, bytes));
    while (caller.emulator.faults().some(({ completed }) => !completed)) {
      // A request that none of the faults befalls.
      await caller.call("PATCH", "");
    }
    const begin = performance.now();
    await caller.emulator.close();
    expect(performance.now() - begin).to.be.below(5000);
    for (const { text } of await Promise.all(stuck)) expect(text).not.to.contain("cloudPassword");
  });

  it("can be closed twice, and refuses connections after that", async () => {
    const emulator = await startEmulator();
    await Promise.all([emulator.close(), emulator.close()]);
    await emulator.close();
    const error = await new Promise<NodeJS.ErrnoException>((resolve) => {
      openSocket(emulator.port, "127.0.0.1").on("error", resolve);
    });
    expect(error.code).to.equal("ECONNREFUSED");
  });

  it("a port that is in use stops the start with what to do", async () => {
    const { emulator } = await start();
    const error = await startEmulator({ port: emulator.port }).catch((reason: Error) => reason);
    expect((error as Error).message).to.match(
      /cannot listen on 127\.0\.0\.1:\d+: .*EADDRINUSE.*Choose another port/,
    );
  });

  it("latency delays an answer and nothing else", async () => {
    const caller = await start({ latencyMilliseconds: 30 });
    const begin = performance.now();
    expect((await caller.call("GET", "")).status).to.equal(204);
    expect(performance.now() - begin).to.be.at.least(28);
  });

  for (const [name, bytes] of [
    [
      "both Content-Length and Transfer-Encoding",
      "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x",
    ],
    ["two different Content-Lengths", "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"],
    ["a header with a bare line feed", "A: b\nC : d\r\n\r\n"],
    ["a header of 100 kB", `A: ${"x".repeat(100_000)}\r\n\r\n`],
    ["a line that is no header", "nonsense\r\n\r\n"],
  ] as const) {
    it(`a request with ${name} is refused, and the emulator goes on`, async () => {
      const caller = await start();
      const request = `POST /cloud/1.1/static-address HTTP/1.1\r\nHost: localhost\r\n${bytes}`;
      const { text } = await sendRaw(caller.emulator, request);
      expect(text).to.match(/^(HTTP\/1\.1 4\d\d |$)/);
      expect(caller.emulator.journal().filter(({ path }) => path === "/x")).to.deep.equal([]);
      expect((await caller.call("GET", "")).status).to.equal(204);
    });
  }

  it("a caller that goes away in the middle of a body does no harm", async () => {
    const caller = await start();
    const head = rawRequest("POST", "").replace(
      "\r\n\r\n",
      "\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{",
    );
    const socket = openSocket(caller.emulator.port, "127.0.0.1", () => {
      socket.write(head, () => socket.resetAndDestroy());
    });
    await new Promise((resolve) => socket.on("close", resolve));
    expect((await caller.call("GET", "")).status).to.equal(204);
    expect(caller.emulator.snapshot().addresses).to.deep.equal([]);
  });

  it("deeply nested JSON and members named like those of Object do no harm", async () => {
    const caller = await start();
    const deep = `{"allowedActions":["connect"],"x":${"[".repeat(5000)}${"]".repeat(5000)}}`;
    expect((await caller.post(deep)).status).to.equal(201);
    expect((await caller.raw("GET", "/_emulator/journal")).text).to.contain('"(too deep)"');
    const polluted =
      '{"__proto__":{"groups":["a"]},"constructor":{"prototype":{"x":1}},"allowedActions":["connect"]}';
    const { json } = await caller.post(polluted);
    expect((await caller.details(json.cloudAddress)).json).not.to.have.property("groups");
    expect(({} as { x?: number }).x).to.equal(undefined);
  });
});
