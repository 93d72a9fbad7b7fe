import { STATUS_CODES } from "node:http";
import type { Quirks } from "../quirks/quirks";
import { errorMessages } from "../validation/error-code";
import type { Reply } from "./reply";

/** An answer as it goes over the wire. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Gives a reply its bytes: JSON bodies (rule 5), error codes (rule 10, A26), bodies of other errors (A7). */
export function encode(reply: Reply, quirks: Quirks): Answer {
  const { status, headers = {} } = reply;
  if (reply.errorCode !== undefined) {
    const errorCode = quirks.errorCodeAsString ? String(reply.errorCode) : reply.errorCode;
    return encodeJson(status, headers, { errorCode, errorMessage: errorMessages[reply.errorCode] });
  }
  if (reply.json !== undefined) {
    return encodeJson(status, headers, reply.json);
  }
  if (status < 400 || quirks.errorBodies === "empty") {
    return { status, headers, body: Buffer.alloc(0) };
  }
  const title = STATUS_CODES[status] ?? "Error";
  return quirks.errorBodies === "json"
    ? encodeJson(status, headers, { message: title })
    : encodeHtml(status, headers, title);
}

export function encodeJson(status: number, headers: Record<string, string>, value: unknown): Answer {
  const body = Buffer.from(JSON.stringify(value));
  return { status, headers: { ...headers, "Content-Type": "application/json" }, body };
}

export function encodeHtml(status: number, headers: Record<string, string>, title: string): Answer {
  const page = `<html><head><title>${status} ${title}</title></head><body><h1>${title}</h1></body></html>`;
  return {
    status,
    headers: { ...headers, "Content-Type": "text/html; charset=utf-8" },
    body: Buffer.from(page),
  };
}
