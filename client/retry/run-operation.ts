import { writes } from "../errors/operation";
import type { OperationRequest } from "../requests/operation-request";
import { AttemptRecord } from "./attempt-record";
import type { CallOptions } from "./call-options";
import { conclude, heldByPause } from "./failure";
import { OperationClock } from "./operation-clock";
import { RetryPlan } from "./retry-plan";
import { send, type SendingEnvironment, type Sent } from "./send";

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

  /** Done while the request still has its slot, so that a pause for all holds whoever gets the slot next. */
  const settle = ({ result, timeoutSeconds }: Sent) => {
    const outcome = conclude(result, request, { endpoint, redactor: account.redactor, timeoutSeconds });
    if ("value" in outcome) return outcome;
    const { failure } = outcome;
    record.outcomeUnknown ||= writes(request.operation) && failure.mayHaveBeenCarriedOut;
    const decision = plan.next(failure, result);
    if (decision.pausesAll === true) environment.pause.extend(decision.delayMilliseconds ?? 0);
    return { failure, decision };
  };

  for (;;) {
    const settled = await unlessAborted(send(environment, request, signal, clock, record, settle));
    if ("value" in settled) return settled.value;
    if ("heldMilliseconds" in settled) {
      throw record.failed(heldByPause(endpoint), timing.now(), Math.ceil(settled.heldMilliseconds / 1000));
    }
    if (signal?.aborted === true) throw record.aborted();
    const { failure, decision } = settled;
    if (decision.delayMilliseconds === undefined) {
      throw record.failed({ ...failure, ...decision.explanation }, timing.now(), decision.retryAfterSeconds);
    }
    // A pause for all is waited for where all wait for it: before the next request.
    if (decision.pausesAll !== true) await unlessAborted(timing.sleep(decision.delayMilliseconds, signal));
  }
}
