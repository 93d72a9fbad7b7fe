import { explainStatus, type Explanation } from "../errors/explain-status";
import { errorClassFor } from "../errors/error-from-status";
import { ConnectionError, InvalidResponseError, RequestTimeoutError } from "../errors/connection-errors";
import { TooManyRequestsError } from "../errors/status-errors";
import type { ErrorFacts, VncCloudError } from "../errors/vnc-cloud-error";
import type { OperationRequest } from "../requests/operation-request";
import { readErrorBody } from "../responses/error-body";
import { InvalidAnswer } from "../responses/invalid-answer";
import type { Redactor } from "../secrets/redactor";
import type { Answer, NoAnswer } from "../transport/exchange";
import { mayHaveBeenCarriedOut, passingFault } from "./passing-fault";
import type { PassingFault } from "./retry-classes";

/** Why one exchange was no success, as far as that does not depend on the exchanges before it. */
export interface Failure extends Explanation {
  readonly errorClass: new (message: string, facts: ErrorFacts) => VncCloudError;
  /** Set when a repetition may cure it. */
  readonly fault: PassingFault | undefined;
  readonly mayHaveBeenCarriedOut: boolean;
  readonly facts: Pick<ErrorFacts, "status" | "errorCode" | "requestId" | "cloudAddress">;
}

/** What the failures of one operation have in common. */
export interface FailureContext {
  readonly endpoint: string;
  readonly redactor: Redactor;
  readonly timeoutSeconds: number;
}

/** The operation's result, or why there is none. */
export function conclude<Result>(
  result: Answer | NoAnswer,
  request: OperationRequest<Result>,
  context: FailureContext,
): { readonly value: Result } | { readonly failure: Failure } {
  if (result.kind === "no answer") return { failure: noAnswer(result, context) };
  if (result.status >= 300) return { failure: badStatus(result, request, context) };
  try {
    // Also when the connection broke: a body whose JSON is whole has arrived whole.
    return { value: request.read(result) };
  } catch (error) {
    if (!(error instanceof InvalidAnswer)) throw error;
    return { failure: unreadable(result, error, context) };
  }
}

/** The failure of an operation that may not even be sent, because the service asked all of them to pause. */
export function heldByPause(endpoint: string): Failure {
  return {
    ...explainStatus(429, {
      endpoint,
      hasCloudAddress: false,
      serviceMessage: undefined,
      errorCode: undefined,
    }),
    errorClass: TooManyRequestsError,
    fault: "refused",
    mayHaveBeenCarriedOut: false,
    facts: { status: 429 },
  };
}

function noAnswer(result: NoAnswer, context: FailureContext): Failure {
  const shared = {
    fault: passingFault(result),
    mayHaveBeenCarriedOut: mayHaveBeenCarriedOut(result),
    facts: {},
  };
  if (result.cause === "timeout") return { ...shared, ...timedOut(context) };
  const reason = context.redactor.clean(result.reason);
  return {
    ...shared,
    errorClass: ConnectionError,
    why: result.mayHaveBeenSent
      ? `the connection to ${context.endpoint} broke before the answer was complete (${reason})`
      : `no connection to ${context.endpoint} could be made (${reason})`,
    whatToDo: "Check the network, the endpoint and the proxy settings.",
  };
}

function timedOut({ endpoint, timeoutSeconds }: FailureContext) {
  return {
    errorClass: RequestTimeoutError,
    why: `${endpoint} gave no complete answer within ${timeoutSeconds} seconds`,
    whatToDo: "Check the network, or allow more time.",
  };
}

function badStatus(result: Answer, request: OperationRequest<unknown>, context: FailureContext): Failure {
  const { errorCode, errorMessage } = readErrorBody(result.body);
  return {
    ...explainStatus(result.status, {
      endpoint: context.endpoint,
      hasCloudAddress: request.cloudAddress !== undefined,
      serviceMessage: errorMessage === undefined ? undefined : context.redactor.clean(errorMessage),
      errorCode,
    }),
    errorClass: errorClassFor(result.status),
    fault: passingFault(result),
    mayHaveBeenCarriedOut: mayHaveBeenCarriedOut(result),
    facts: { status: result.status, errorCode, requestId: requestIdOf(result, context) },
  };
}

function unreadable(result: Answer, invalid: InvalidAnswer, context: FailureContext): Failure {
  const facts = {
    status: result.status,
    requestId: requestIdOf(result, context),
    cloudAddress:
      invalid.cloudAddress === undefined ? undefined : context.redactor.clean(invalid.cloudAddress),
  };
  const shared = { mayHaveBeenCarriedOut: true, facts };
  switch (result.body.ending) {
    case "timeout":
      return { ...shared, ...timedOut(context), fault: "ambiguous" };
    case "broken":
    case "aborted":
      return {
        ...shared,
        errorClass: ConnectionError,
        fault: "ambiguous",
        why: `the connection to ${context.endpoint} broke before the answer was complete`,
        whatToDo: "Check the network.",
      };
    case "complete":
    case "too large": {
      const problem = result.body.ending === "too large" ? "is longer than 1 MiB" : invalid.message;
      return {
        ...shared,
        errorClass: InvalidResponseError,
        fault: undefined,
        why: `the answer (${result.status}) ${problem}`,
        whatToDo: `Check that ${context.endpoint} is the VNC Cloud API 1.1 and that nothing on the way changes answers.`,
      };
    }
  }
}

/** Only what looks like a name: anything else could carry a secret in a form that the redactor does not know. */
function requestIdOf(answer: Answer, { redactor }: FailureContext): string | undefined {
  const value = answer.header("x-request-id");
  return value !== undefined && /^[\w.:/+=-]{1,128}$/.test(value) ? redactor.clean(value) : undefined;
}
