import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { splitTarget, type Target } from "../wire/target";

/** Serves one request; `connection` is the number of its connection, from 1. */
export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  target: Target,
  connection: number,
) => Promise<void>;

/** A listening HTTP server that can be closed whatever its connections are doing. */
export class HttpServer {
  readonly #server: Server;
  readonly #numbers = new Map<Socket, number>();
  #lastNumber = 0;

  constructor(handler: Handler) {
    this.#server = createServer((request, response) => {
      const target = splitTarget(request.url ?? "/");
      const connection = this.#numbers.get(request.socket) ?? 0;
      handler(request, response, target, connection).catch(() => {
        // The emulator is closing or the caller has gone: there is nobody to answer.
        request.socket.destroy();
      });
    });
    // Longer than clients keep idle connections, so that a reuse never meets a close of ours by chance.
    this.#server.keepAliveTimeout = 120_000;
    this.#server.on("connection", (socket) => {
      this.#lastNumber += 1;
      this.#numbers.set(socket, this.#lastNumber);
      socket.once("close", () => this.#numbers.delete(socket));
    });
  }

  /** Resolves to the port. */
  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(port, host, () => {
        this.#server.off("error", reject);
        resolve((this.#server.address() as AddressInfo).port);
      });
    });
  }

  /** Ends every connection, idle or not, and stops listening. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      for (const socket of this.#numbers.keys()) {
        socket.destroy();
      }
    });
  }
}
