import type { Agent } from "node:http";
import { errorMessage } from "../errors/error-message";
import { OperationAbortedError } from "../errors/connection-errors";
import { writes } from "../errors/operation";
import type { VncCloudError } from "../errors/vnc-cloud-error";
import { httpRequest, type OperationRequest } from "../requests/operation-request";
import type { Account } from "../secrets/account";
import { exchange, type Answer, type NoAnswer } from "../transport/exchange";
import { contentBounds, remarkBounds } from "../transport/response-body";
import { userAgent } from "../transport/user-agent";
import { conclude, type Failure } from "./failure";
import { OperationClock } from "./operation-clock";
import type { RequestSlots } from "./request-slots";
import { RetryPlan } from "./retry-plan";
import type { Timing } from "./timing";

/** What all operations of one client share. */
export interface OperationEnvironment {
  readonly endpoint: string;
  readonly account: Account;
  readonly agent: () => Promise<Agent>;
  readonly slots: RequestSlots;
  readonly timing: Timing;
  readonly requestTimeoutSeconds: number;
  readonly operationTimeoutSeconds: number;
  readonly maxRetries: number;
}

/** What one call may say about itself. */
export interface CallOptions {
  /** Ends the operation early with an OperationAbortedError. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Seconds during which a 404 is asked again, counted from the start of the call: the service may answer 404 shortly
   * after a create (A44). Default 0.
   */
  readonly notFoundGraceSeconds?: number | undefined;
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
  const startedAt = new Date();
  const plan = new RetryPlan(environment, request, call.notFoundGraceSeconds ?? 0, clock);
  const message = httpRequest(request, environment.account.authorization(), userAgent());
  let attempts = 0;
  let outcomeUnknown = false;

  const errorOf = (failure: Failure, retryAfterSeconds?: number): VncCloudError => {
    const cloudAddress = failure.facts.cloudAddress ?? request.cloudAddress;
    const { operation } = request;
    const { now } = environment.timing;
    const facts = { operation, cloudAddress, attempts, outcomeUnknown, retryAfterSeconds };
    const text = errorMessage({ ...failure, ...facts, now: now() });
    return new failure.errorClass(text, { ...failure.facts, ...facts, startedAt });
  };
  const isAborted = () => call.signal?.aborted === true;
  const aborted = (): VncCloudError => {
    const why = "the caller ended the operation";
    const facts = {
      operation: request.operation,
      cloudAddress: request.cloudAddress,
      attempts,
      outcomeUnknown,
    };
    const text = errorMessage({ ...facts, why, whatToDo: "", now: 0 });
    return new OperationAbortedError(text, { ...facts, startedAt });
  };

  for (;;) {
    let timeoutSeconds = 0;
    let result: Answer | NoAnswer;
    clock.stop();
    try {
      result = await environment.slots.use(call.signal, async () => {
        clock.start();
        const timeout = Math.min(environment.requestTimeoutSeconds * 1000, Math.max(1, clock.remaining()));
        timeoutSeconds = timeout / 1000;
        const agent = await environment.agent();
        attempts += 1;
        return exchange(message, agent, {
          timeoutMilliseconds: timeout,
          signal: call.signal,
          bodyBounds: (status) => (status < 300 && request.hasContent ? contentBounds : remarkBounds),
        });
      });
    } catch (error) {
      if (isAborted()) throw aborted();
      throw error;
    } finally {
      clock.start();
    }
    const { endpoint, account } = environment;
    const outcome = conclude(result, request, {
      endpoint,
      redactor: account.redactor,
      timeoutSeconds: Math.round(timeoutSeconds * 10) / 10,
    });
    if ("value" in outcome) return outcome.value;
    const { failure } = outcome;
    outcomeUnknown ||= writes(request.operation) && failure.mayHaveBeenCarriedOut;
    if (isAborted()) throw aborted();
    const decision = plan.next(failure, result);
    if (decision.delayMilliseconds === undefined) {
      throw errorOf({ ...failure, ...decision.explanation }, decision.retryAfterSeconds);
    }
    try {
      await environment.timing.sleep(decision.delayMilliseconds, call.signal);
    } catch (error) {
      if (isAborted()) throw aborted();
      throw error;
    }
  }
}
