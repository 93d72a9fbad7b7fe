import type { Socket } from "node:net";

/** The open connections that carried a request of the API. Those of the control plane alone do not count. */
export class OpenConnections {
  readonly #sockets = new Set<Socket>();

  /** Notes a request. Returns how many of the connections are open, that of the request included. */
  note(socket: Socket): number {
    if (!this.#sockets.has(socket)) {
      this.#sockets.add(socket);
      socket.once("close", () => this.#sockets.delete(socket));
    }
    return this.#sockets.size;
  }
}
