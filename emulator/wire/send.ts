import type { ServerResponse } from "node:http";
import type { Answer } from "./encode";

/** Writes an answer. A `Content-Length` among its headers wins over that of its body, right or wrong. */
export function send(response: ServerResponse, answer: Answer): void {
  writeHead(response, answer);
  const announced = answer.headers["Content-Length"];
  if (announced !== undefined && Number(announced) > answer.body.length) {
    response.write(answer.body);
    // The rest never comes: the connection ends once what there is has left.
    response.socket?.end();
    return;
  }
  response.end(answer.body);
}

/** Writes an answer piece by piece, `bytes` at a time, waiting with `pause` before each. */
export async function sendSlowly(
  response: ServerResponse,
  answer: Answer,
  bytes: number,
  pause: () => Promise<void>,
): Promise<void> {
  writeHead(response, answer);
  for (let start = 0; start < answer.body.length && !response.destroyed; start += bytes) {
    await pause();
    response.write(answer.body.subarray(start, start + bytes));
  }
  response.end();
}

function writeHead(response: ServerResponse, { status, headers, body }: Answer): void {
  const hasLength = status !== 204 && status !== 304 && status >= 200;
  response.writeHead(status, { ...(hasLength && { "Content-Length": String(body.length) }), ...headers });
}
