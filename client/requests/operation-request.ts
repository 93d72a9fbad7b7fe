import type { Operation } from "../errors/operation";
import type { Answer, HttpRequest } from "../transport/exchange";

/** One operation of the API as it is sent, and how its answer is read. */
export interface OperationRequest<Result> {
  readonly operation: Exclude<Operation, "configure">;
  readonly cloudAddress: string | undefined;
  readonly method: HttpRequest["method"];
  readonly url: string;
  /** JSON body; only create and change have one (rule 4). */
  readonly body?: unknown;
  /** Whether the answer of success has content. It decides the `Accept` header too (A25). */
  readonly hasContent: boolean;
  /** The value of `If-Match`. */
  readonly ifMatch?: string | undefined;
  /** Reads an answer of success; throws InvalidAnswer when it cannot be understood. */
  readonly read: (answer: Answer) => Result;
}

/**
 * The HTTP request of an operation: `Content-Type` only with a body (rules 4 and 57), exactly `application/json`
 * (A24), `Accept` only where content is expected (A25, rule 56).
 */
export function httpRequest(
  request: OperationRequest<unknown>,
  authorization: string,
  userAgent: string,
): HttpRequest {
  return {
    method: request.method,
    url: request.url,
    headers: {
      Authorization: authorization,
      "User-Agent": userAgent,
      ...(request.hasContent ? { Accept: "application/json" } : {}),
      ...(request.body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(request.ifMatch === undefined ? {} : { "If-Match": request.ifMatch }),
    },
    body: request.body === undefined ? undefined : JSON.stringify(request.body),
  };
}
