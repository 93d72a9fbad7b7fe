import { encodeHtml, encodeJson, type Answer } from "../wire/encode";
import type { Fault } from "./fault-plan";

/** The answer that a fault gives instead of processing the request; undefined when it gives none. */
export function answerInstead(fault: Fault | undefined, now: number): Answer | undefined {
  if (fault?.kind === "status") {
    return statusAnswer(fault, now);
  }
  return fault?.kind === "redirect"
    ? emptyAnswer(fault.status ?? 302, { Location: fault.location })
    : undefined;
}

export function emptyAnswer(status: number, headers: Record<string, string> = {}): Answer {
  return { status, headers, body: Buffer.alloc(0) };
}

function statusAnswer(fault: Extract<Fault, { kind: "status" }>, now: number): Answer {
  const headers: Record<string, string> = { ...fault.headers };
  if (fault.retryAfterSeconds !== undefined) {
    headers["Retry-After"] = String(fault.retryAfterSeconds);
  }
  if (fault.retryAfterDateSeconds !== undefined) {
    const whole = Math.ceil((now + fault.retryAfterDateSeconds * 1000) / 1000) * 1000;
    headers["Retry-After"] = new Date(whole).toUTCString();
  }
  if (fault.errorCode !== undefined) {
    const message = fault.body ?? "A fault plan of the emulator says so.";
    return encodeJson(fault.status, headers, { errorCode: fault.errorCode, errorMessage: message });
  }
  if (fault.html) {
    return encodeHtml(fault.status, headers, fault.body ?? "A fault plan of the emulator says so");
  }
  if (fault.body === undefined) {
    return emptyAnswer(fault.status, headers);
  }
  const contentType = fault.contentType ?? "text/plain";
  return {
    status: fault.status,
    headers: { "Content-Type": contentType, ...headers },
    body: Buffer.from(fault.body),
  };
}
