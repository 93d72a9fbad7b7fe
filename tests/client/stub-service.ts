import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { VncCloudClient, type ClientOptions } from "../../client";

/** One request as the stub saw it. */
export interface StubRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** An answer in short. */
export interface StubAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly text?: string;
}

/** Says what to answer to the n-th request, from 1; undefined when it has used `response` itself. */
export type StubBehaviour = (
  request: StubRequest,
  count: number,
  response: ServerResponse,
) => StubAnswer | undefined;

/** A server that answers what a test says, for what the emulator does not do. */
export class StubService {
  static readonly #open = new Set<StubService>();
  readonly requests: StubRequest[] = [];
  readonly connections: Socket[] = [];
  readonly #behaviour: StubBehaviour;
  readonly #clients: VncCloudClient[] = [];
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  private constructor(behaviour: StubBehaviour) {
    this.#behaviour = behaviour;
    this.#server.on("connection", (socket) => this.connections.push(socket));
  }

  static async start(behaviour: StubBehaviour | StubAnswer): Promise<StubService> {
    const stub = new StubService(typeof behaviour === "function" ? behaviour : () => behaviour);
    await new Promise<void>((resolve) => stub.#server.listen(0, "127.0.0.1", resolve));
    StubService.#open.add(stub);
    return stub;
  }

  /** Closes every stub of the test that has ended, with its clients, whether the test passed or failed. */
  static async closeAll(): Promise<void> {
    await Promise.all([...StubService.#open].map((stub) => stub.#close()));
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/cloud/1.1`;
  }

  /** A client of this stub; it is closed with it. */
  client(options: Partial<ClientOptions> = {}): VncCloudClient {
    const client = new VncCloudClient({
      apiKey: "stub-key",
      apiSecret: "stub-secret",
      endpoint: this.endpoint,
      environment: {},
      ...options,
    });
    this.#clients.push(client);
    return client;
  }

  async #close(): Promise<void> {
    StubService.#open.delete(this);
    await Promise.all(this.#clients.map((client) => client.close()));
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const { method = "", url = "", headers } = request;
    const seen = { method, path: url.replace(/^\/cloud\/1\.1/, ""), headers, body };
    this.requests.push(seen);
    const answer = this.#behaviour(seen, this.requests.length, response);
    if (answer === undefined) return;
    const content = answer.json === undefined ? answer.text : JSON.stringify(answer.json);
    const contentType = answer.json === undefined ? {} : { "Content-Type": "application/json" };
    response.writeHead(answer.status ?? 200, { ...contentType, ...answer.headers });
    response.end(content);
  }
}
