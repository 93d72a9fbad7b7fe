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
  #listening = false;

  constructor(handler: Handler) {
    this.#server = createServer((request, response) => {
      const target = splitTarget(request.url ?? "/");
      const connection = this.#numbers.get(request.socket) ?? 0;
      handler(request, response, target, connection).catch((error: unknown) => {
        // Nobody to answer is no fault: the caller has gone, or the emulator is closing.
        if (!request.socket.destroyed && this.#listening) {
          process.emitWarning(error instanceof Error ? error : String(error));
        }
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

  /**
   * Resolves to the port.
   *
   * @throws when the address is in use or not one of this machine's
   */
  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => {
        const advice = "Choose another port (0 takes a free one) or another host.";
        reject(
          new Error(`The emulator cannot listen on ${host}:${port}: ${error.message}. ${advice}`, {
            cause: error,
          }),
        );
      };
      this.#server.once("error", fail);
      this.#server.listen(port, host, () => {
        this.#server.off("error", fail);
        this.#listening = true;
        resolve((this.#server.address() as AddressInfo).port);
      });
    });
  }

  /** Ends every connection, whatever it is doing, and stops listening. It may listen again later. */
  close(): Promise<void> {
    this.#listening = false;
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      for (const socket of this.#numbers.keys()) {
        socket.destroy();
      }
    });
  }
}
