import { createServer, type AddressInfo, type Socket } from "node:net";
import { VncCloudClient, type ClientOptions } from "../../../client";
import { FakeTiming } from "../fake-timing";

/** A service that answers every request with bytes, right or wrong, as HTTP or not. */
export class RawService {
  /** What the next requests are answered with. The connection ends after it when `hangsUp` is set. */
  answer: Buffer | string = "";
  hangsUp = true;
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((socket) => {
    this.#sockets.add(socket);
    socket.on("close", () => this.#sockets.delete(socket));
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      // A request is small: its head comes in one piece, and its body is of no interest.
      if (!/^[A-Z]+ \//.test(chunk.toString("latin1"))) return;
      socket.write(this.answer);
      if (this.hangsUp) socket.end();
    });
  });
  #client: VncCloudClient | undefined;

  static async start(): Promise<RawService> {
    const service = new RawService();
    await new Promise<void>((resolve) => service.#server.listen(0, "127.0.0.1", resolve));
    return service;
  }

  /** A client of this service, closed with it, that repeats nothing. */
  client(options: Partial<ClientOptions> = {}): VncCloudClient {
    const { port } = this.#server.address() as AddressInfo;
    this.#client ??= new VncCloudClient({
      apiKey: "raw-key",
      apiSecret: "Canary-raw-secret",
      endpoint: `http://127.0.0.1:${port}/cloud/1.1`,
      environment: {},
      maxRetries: 0,
      requestTimeoutSeconds: 5,
      timing: new FakeTiming(),
      ...options,
    });
    return this.#client;
  }

  async close(): Promise<void> {
    await this.#client?.close();
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

/** An answer as it goes over the wire, with its length, the last one on its connection. */
export function rawAnswer(status: string, headers: Readonly<Record<string, string>>, body = ""): Buffer {
  const lines = Object.entries({
    "Content-Length": String(Buffer.byteLength(body)),
    Connection: "close",
    ...headers,
  });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${head}\r\n`, "latin1"), Buffer.from(body)]);
}
