import type { IncomingMessage } from "node:http";

/** `http://` and the host under which the caller reached the emulator, for the `Link` header (A35). */
export function originOf(request: IncomingMessage): string {
  const { host } = request.headers;
  if (host !== undefined && /^[A-Za-z0-9._~-]+(?::[0-9]+)?$|^\[[0-9a-fA-F:.]+\](?::[0-9]+)?$/.test(host)) {
    return `http://${host}`;
  }
  return originAt(request.socket.localAddress ?? "127.0.0.1", request.socket.localPort ?? 0);
}

/** `http://` with a host and a port; a wildcard host becomes the loopback, which a client on this machine can reach. */
export function originAt(host: string, port: number): string {
  const reachable = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}
