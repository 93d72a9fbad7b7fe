import type { Agent } from "node:http";
import { writes } from "../errors/operation";
import { httpRequest, type OperationRequest } from "../requests/operation-request";
import type { Account } from "../secrets/account";
import { exchange, type Answer, type NoAnswer } from "../transport/exchange";
import { contentBounds, remarkBounds } from "../transport/response-body";
import { userAgent } from "../transport/user-agent";
import { AttemptRecord } from "./attempt-record";
import type { CallOptions } from "./call-options";
import { conclude } from "./failure";
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
    const { result, timeoutSeconds } = await unlessAborted(
      sendOnce(environment, request, signal, clock, record),
    );
    const outcome = conclude(result, request, { endpoint, redactor: account.redactor, timeoutSeconds });
    if ("value" in outcome) return outcome.value;
    const { failure } = outcome;
    record.outcomeUnknown ||= writes(request.operation) && failure.mayHaveBeenCarriedOut;
    if (signal?.aborted === true) throw record.aborted();
    const decision = plan.next(failure, result);
    if (decision.delayMilliseconds === undefined) {
      throw record.failed({ ...failure, ...decision.explanation }, timing.now(), decision.retryAfterSeconds);
    }
    await unlessAborted(timing.sleep(decision.delayMilliseconds, signal));
  }
}

/** One request as soon as a slot is free, within what is left of the operation's time. */
async function sendOnce(
  environment: OperationEnvironment,
  request: OperationRequest<unknown>,
  signal: AbortSignal | undefined,
  clock: OperationClock,
  record: AttemptRecord,
): Promise<{ result: Answer | NoAnswer; timeoutSeconds: number }> {
  clock.stop();
  try {
    return await environment.slots.use(signal, async () => {
      clock.start();
      const agent = await environment.agent();
      const timeout = Math.min(environment.requestTimeoutSeconds * 1000, Math.max(1, clock.remaining()));
      record.attempts += 1;
      const result = await exchange(
        httpRequest(request, environment.account.authorization(), userAgent()),
        agent,
        {
          timeoutMilliseconds: timeout,
          signal,
          bodyBounds: (status) => (status < 300 && request.hasContent ? contentBounds : remarkBounds),
        },
      );
      return { result, timeoutSeconds: Math.round(timeout) / 1000 };
    });
  } finally {
    clock.start();
  }
}
