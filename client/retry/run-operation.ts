import { writes } from "../errors/operation";
import type { OperationRequest } from "../requests/operation-request";
import { AttemptRecord } from "./attempt-record";
import type { CallOptions } from "./call-options";
import { conclude, heldByPause } from "./failure";
import { OperationClock } from "./operation-clock";
import { RetryPlan } from "./retry-plan";
import { send, type SendingEnvironment } from "./send";

/** What all operations of one client share. */
export interface OperationEnvironment extends SendingEnvironment {
  readonly endpoint: string;
  readonly operationTimeoutSeconds: number;
  readonly maxRetries: number;
}

/**
 * Carries out one operation with its repetitions.
 *
 * @param clock shared by operations that have one deadline together; by default the operation has its own.
 */
export async function runOperation<Result>(
  environment: OperationEnvironment,
  request: OperationRequest<Result>,
  call: CallOptions = {},
  clock = new OperationClock(environment.timing, environment.operationTimeoutSeconds * 1000),
): Promise<Result> {
  const { endpoint, account, timing } = environment;
  const { signal } = call;
  const record = new AttemptRecord(request);
  const plan = new RetryPlan(environment, request, call.notFoundGraceSeconds ?? 0, clock);
  /** What the signal ends becomes the error that says so, with what is known about the outcome. */
  const unlessAborted = async <Value>(work: Promise<Value>): Promise<Value> => {
    try {
      return await work;
    } catch (error) {
      throw signal?.aborted === true ? record.aborted() : error;
    }
  };

  for (;;) {
    const sent = await unlessAborted(send(environment, request, signal, clock, record));
    if ("heldMilliseconds" in sent) {
      throw record.failed(heldByPause(endpoint), timing.now(), Math.ceil(sent.heldMilliseconds / 1000));
    }
    const { result, timeoutSeconds } = sent;
    const outcome = conclude(result, request, { endpoint, redactor: account.redactor, timeoutSeconds });
    if ("value" in outcome) return outcome.value;
    const { failure } = outcome;
    record.outcomeUnknown ||= writes(request.operation) && failure.mayHaveBeenCarriedOut;
    if (signal?.aborted === true) throw record.aborted();
    const decision = plan.next(failure, result);
    if (decision.delayMilliseconds === undefined) {
      throw record.failed({ ...failure, ...decision.explanation }, timing.now(), decision.retryAfterSeconds);
    }
    // A pause for all is waited for where all wait for it: before the next request.
    if (decision.pausesAll) environment.pause.extend(decision.delayMilliseconds);
    else await unlessAborted(timing.sleep(decision.delayMilliseconds, signal));
  }
}
