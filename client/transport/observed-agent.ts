import type { Agent, ClientRequest } from "node:http";
import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";

/** What one request's use of a connection showed. */
export interface ConnectionObservation {
  /** Whether the request had an open connection, so that bytes of it may have left this machine. */
  mayHaveBeenSent: boolean;
}

/**
 * An agent for one request that shares the connections of another and records whether the request ever got an open
 * one. Until then nothing can have been sent, whatever the error's code: this is what allows to repeat a create.
 *
 * It also removes the `Accept: * / *` that node-fetch adds where the caller sends none (A25: none on change and
 * delete).
 */
export function observeRequest(
  shared: Agent,
  sendsAccept: boolean,
): { agent: Agent; observation: ConnectionObservation } {
  const observation: ConnectionObservation = { mayHaveBeenSent: false };
  const addRequest = (request: ClientRequest, options: unknown): void => {
    if (!sendsAccept) request.removeHeader("accept");
    request.once("socket", (socket) => {
      whenOpen(socket, () => (observation.mayHaveBeenSent = true));
    });
    (shared as unknown as { addRequest: typeof addRequest }).addRequest(request, options);
  };
  const agent = Object.create(shared, { addRequest: { value: addRequest } }) as Agent;
  return { agent, observation };
}

function whenOpen(socket: Socket, opened: () => void): void {
  // Data written before the TLS handshake is complete waits in this process.
  if ((socket as TLSSocket & { secureConnecting?: boolean }).secureConnecting === true) {
    socket.once("secureConnect", opened);
  } else if (socket.connecting) socket.once("connect", opened);
  else opened();
}
