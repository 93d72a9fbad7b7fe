import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import {
  connect,
  createServer as createTcpServer,
  type AddressInfo,
  type Server,
  type Socket,
} from "node:net";
import { join } from "node:path";
import { expect } from "chai";
import { ConnectionError, RequestTimeoutError, VncCloudClient } from "../../../client";
import { startEmulator } from "../../../emulator";
import { FakeTiming } from "../fake-timing";
import { rejection } from "../rejection";
import { StubService } from "../stub-service";

describe("connections", () => {
  const servers: Server[] = [];
  const sockets: Socket[] = [];
  afterEach(() => StubService.closeAll());
  afterEach(async () => {
    const closed = servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve)));
    for (const socket of sockets.splice(0)) socket.destroy();
    await Promise.all(closed);
  });

  /** Listens on a free port until the test ends. */
  async function listen(server: Server): Promise<number> {
    servers.push(server);
    server.on("connection", (socket) => sockets.push(socket));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return (server.address() as AddressInfo).port;
  }

  it("many requests use at most `parallel` connections", async () => {
    const stub = await StubService.start({ json: { changes: "none" } });
    const client = stub.client({ parallel: 3 });
    await Promise.all(Array.from({ length: 100 }, () => client.getReadiness("a.b")));
    expect(stub.connections.length).to.be.within(1, 3);
    expect(stub.requests).to.have.length(100);
  });

  it("requests one after the other use one connection, whatever they answer", async () => {
    const statuses = [200, 404, 503, 500, 204, 400];
    const stub = await StubService.start((_request, count) => ({
      status: statuses[count % statuses.length] ?? 200,
      text: count % statuses.length === 4 ? "" : "x".repeat(2000),
    }));
    const client = stub.client({ maxRetries: 0 });
    for (let count = 0; count < 12; count += 1) {
      await client.deleteCloudAddress("a.b", { ifMatch: "1" }).catch(() => undefined);
    }
    expect(stub.connections).to.have.length(1);
  });

  it("no more than `parallel` requests are under way at once, in all clients of the process together", async () => {
    let running = 0;
    let most = 0;
    const stub = await StubService.start((_request, _count, response) => {
      most = Math.max(most, ++running);
      setTimeout(() => {
        running -= 1;
        response.writeHead(200, { "Content-Type": "application/json" }).end('{"changes":"none"}');
      }, 5);
      return undefined;
    });
    const clients = [4, 4, 3].map((parallel, index) => stub.client({ parallel, apiKey: `key-${index}` }));
    const asked = Array.from({ length: 20 }, () => clients.map((client) => client.getReadiness("a.b")));
    await Promise.all(asked.flat());
    expect(most).to.equal(4);
  });

  it("a slot is not held during the pause before a repetition", async () => {
    const order: string[] = [];
    const stub = await StubService.start(({ path }) => {
      order.push(path);
      return order.length === 1 ? { status: 503 } : { json: { changes: "none" } };
    });
    const timing = new FakeTiming();
    let others: Promise<string> | undefined;
    const client = stub.client({ parallel: 1, timing });
    timing.onPause = async () => {
      others = client.getReadiness("second");
      await others;
    };
    await client.getReadiness("first");
    expect(order.map((path) => path.split("/")[2])).to.deep.equal(["first", "second", "first"]);
  });

  it("close() closes them, and a later call opens new ones", async () => {
    const stub = await StubService.start({ json: { changes: "none" } });
    const client = stub.client();
    await client.getReadiness("a.b");
    const closed = new Promise((resolve) => stub.connections[0]?.once("close", resolve));
    await client.close();
    await closed;
    await client.getReadiness("a.b");
    expect(stub.connections).to.have.length(2);
  });

  it("A52: a create is repeated when the connection is refused: it cannot have been carried out", async () => {
    const port = await freePort();
    const timing = new FakeTiming();
    let emulator: Awaited<ReturnType<typeof startEmulator>> | undefined;
    timing.onPause = async (count) => {
      if (count === 3) emulator = await startEmulator({ port });
    };
    const client = new VncCloudClient({
      apiKey: "emulator",
      apiSecret: "emulator",
      endpoint: `http://127.0.0.1:${port}/cloud/1.1`,
      environment: {},
      timing,
    });
    const { cloudAddress } = await client.createCloudAddress({ action: "connect" });
    expect(emulator?.snapshot().addresses.map((address) => address.cloudAddress)).to.deep.equal([
      cloudAddress,
    ]);
    expect(timing.pauses).to.have.length(3);
    await client.close();
    await emulator?.close();
  });

  it("A52: a create whose host name cannot be resolved was certainly not carried out", async () => {
    const client = new VncCloudClient({
      apiKey: "some-key",
      apiSecret: "some-secret",
      endpoint: `https://${"x".repeat(64)}.invalid/cloud/1.1`,
      environment: {},
      timing: new FakeTiming(),
    });
    const error = await rejection(ConnectionError, client.createCloudAddress({ action: "connect" }));
    expect(error).to.include({ attempts: 5, outcomeUnknown: false });
  });

  it("A52: a create was certainly not carried out when the certificate is not trusted", async () => {
    const fixture = (name: string) => readFileSync(join(__dirname, "..", "fixtures", name));
    let requests = 0;
    const server = createServer(
      { key: fixture("loopback-key.pem"), cert: fixture("loopback-certificate.pem") },
      () => (requests += 1),
    );
    const port = await listen(server);
    const client = new VncCloudClient({
      apiKey: "some-key",
      apiSecret: "some-secret",
      endpoint: `https://localhost:${port}/cloud/1.1`,
      environment: {},
      timing: new FakeTiming(),
    });
    const error = await rejection(ConnectionError, client.createCloudAddress({ action: "connect" }));
    expect(error).to.include({ attempts: 5, outcomeUnknown: false });
    expect(error.message).to.match(/self.signed certificate/i);
    expect(requests).to.equal(0);
  });

  it("A52: a create whose TLS handshake never ends was certainly not carried out", async () => {
    const server = createTcpServer();
    const port = await listen(server);
    const client = new VncCloudClient({
      apiKey: "some-key",
      apiSecret: "some-secret",
      endpoint: `https://localhost:${port}/cloud/1.1`,
      environment: {},
      requestTimeoutSeconds: 0.05,
      maxRetries: 1,
      timing: new FakeTiming(),
    });
    const error = await rejection(RequestTimeoutError, client.createCloudAddress({ action: "connect" }));
    expect(error).to.include({ attempts: 2, outcomeUnknown: false });
  });

  it("A52: a kept connection that is reset before the first byte of an answer leaves a create unknown", async () => {
    const stub = await StubService.start((_request, count, response) => {
      if (count === 1) return { json: { changes: "none" } };
      response.socket?.resetAndDestroy();
      return undefined;
    });
    const client = stub.client({ timing: new FakeTiming() });
    await client.getReadiness("a.b");
    const error = await rejection(ConnectionError, client.createCloudAddress({ action: "connect" }));
    expect(error).to.include({ attempts: 1, outcomeUnknown: true });
    expect(stub.connections).to.have.length(1);
  });
});

/** A port on which nothing listens at the moment. */
async function freePort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  await new Promise((resolve) => connect(port, "127.0.0.1").once("error", resolve));
  return port;
}
