import type { Agent } from "node:http";
import { observeRequest } from "./observed-agent";
import { readBody, type BodyBounds, type ResponseBody } from "./response-body";

/** One HTTP request, ready to be sent. */
export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** The service answered; the body may still be incomplete. */
export interface Answer {
  readonly kind: "answer";
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly body: ResponseBody;
}

/** There was no answer. */
export interface NoAnswer {
  readonly kind: "no answer";
  readonly cause: "connection" | "timeout" | "aborted";
  /** False when the request certainly did not leave this machine. */
  readonly mayHaveBeenSent: boolean;
  /** The reason in the words of the network stack; it may hold anything and is to be redacted. */
  readonly reason: string;
}

/** How long one exchange may take, what ends it early, and how much of its body is read. */
export interface ExchangeLimits {
  readonly timeoutMilliseconds: number;
  readonly signal: AbortSignal | undefined;
  readonly bodyBounds: (status: number) => BodyBounds;
}

/** Sends one request and reads its answer, body included. It never throws: each ending is a value. */
export async function exchange(
  request: HttpRequest,
  sharedAgent: Agent,
  limits: ExchangeLimits,
): Promise<Answer | NoAnswer> {
  const { default: fetch } = await (nodeFetch ??= loadNodeFetch());
  const { agent, observation } = observeRequest(sharedAgent, "Accept" in request.headers);
  const controller = idleControllers.pop() ?? new AbortController();
  let ended: "timeout" | "aborted" | undefined;
  const end = (cause: "timeout" | "aborted") => {
    ended ??= cause;
    controller.abort();
  };
  const onAbort = () => end("aborted");
  if (limits.signal?.aborted === true) onAbort();
  limits.signal?.addEventListener("abort", onAbort, { once: true });
  const timer = setTimeout(() => end("timeout"), limits.timeoutMilliseconds);
  let isFinished = false;
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body ?? null,
      agent,
      redirect: "manual",
      compress: false,
      signal: controller.signal,
    });
    const body = await readBody(response.body, limits.bodyBounds(response.status));
    isFinished = body.ending === "complete";
    return {
      kind: "answer",
      status: response.status,
      header: (name) => response.headers.get(name) ?? undefined,
      body: body.ending === "broken" && ended !== undefined ? { ...body, ending: ended } : body,
    };
  } catch (error) {
    return {
      kind: "no answer",
      cause: ended ?? "connection",
      mayHaveBeenSent: observation.mayHaveBeenSent,
      reason: reasonOf(error),
    };
  } finally {
    clearTimeout(timer);
    limits.signal?.removeEventListener("abort", onAbort);
    if (isFinished && ended === undefined) idleControllers.push(controller);
    // Frees the connection of an answer that was not read to its end.
    else controller.abort();
  }
}

/** At the first request, so that importing the client stays cheap. */
const loadNodeFetch = () => import("node-fetch");

/** Kept, because Node.js looks for the module again at each import, which takes a tenth of a request's time. */
let nodeFetch: ReturnType<typeof loadNodeFetch> | undefined;

/**
 * Controllers that ended nothing, for the next requests: at most as many as there were requests at the same time. One
 * for each request would outlive it by far. Its signal survives the quick collections of garbage, and the error that
 * aborting creates holds, by its stack, all that the request's callers had in hand.
 */
const idleControllers: AbortController[] = [];

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  // node-fetch puts the address of the request first, which the message that this becomes part of names anyway.
  const reason = error.message.replace(/^request to \S+ failed, reason:\s*/, "");
  return reason.includes(code) ? reason : `${reason} (${code})`.trim();
}
