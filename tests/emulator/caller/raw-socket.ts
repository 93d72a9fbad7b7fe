import { connect } from "node:net";
import type { Emulator } from "../../../emulator";
import { basic } from "./caller";

/** What a connection brought until it ended. */
export interface RawAnswer {
  text: string;
  /** `end` = the other side closed in order (FIN), otherwise the error code, `ECONNRESET` for a RST. */
  ended: string;
}

/** Sends bytes on a new connection, after which `andEnds` says no more, and reads until it ends. */
export function sendRaw(emulator: Emulator, bytes: string | Buffer, andEnds = false): Promise<RawAnswer> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(emulator.port, "127.0.0.1", () => {
      socket.write(bytes);
      if (andEnds) socket.end();
    });
    socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
    socket.on("error", (error: NodeJS.ErrnoException) => resolve({ text, ended: error.code ?? "error" }));
    socket.on("end", () => resolve({ text, ended: "end" }));
    socket.on("close", () => resolve({ text, ended: "close" }));
  });
}

/** A request with credentials and without a body, as it goes over the wire, with further header lines. */
export function rawRequest(method: string, path: string, ...headers: readonly string[]): string {
  const lines = [
    `${method} /cloud/1.1/static-address${path} HTTP/1.1`,
    "Host: localhost",
    `Authorization: ${basic("emulator")}`,
    ...headers,
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}
