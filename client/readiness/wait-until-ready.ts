import { ConnectionError, ReadinessTimeoutError, RequestTimeoutError } from "../errors/connection-errors";
import { NotFoundError, ServiceError, TooManyRequestsError } from "../errors/status-errors";
import type { VncCloudError } from "../errors/vnc-cloud-error";
import { OperationClock } from "../retry/operation-clock";
import { AttemptRecord } from "../retry/attempt-record";
import type { CallOptions } from "../retry/call-options";
import type { Timing } from "../retry/timing";
import type { Redactor } from "../secrets/redactor";
import { pollIntervalMilliseconds } from "./poll-interval";

/** How long to wait for a cloud address. */
export interface WaitOptions extends CallOptions {
  /** Seconds; 0 = do not wait and do not ask. Time spent waiting for a free request slot does not count. */
  readonly timeoutSeconds: number;
}

/** The last question may run a little past the end, so that a wait never ends without an answer to one. */
const lastPollMilliseconds = 1000;

/**
 * Asks until the service says `none`. Every other answer means not yet (A50).
 *
 * @param ask asks once, against the deadline of the clock.
 * @throws ReadinessTimeoutError naming the last answer.
 */
export async function waitUntilReady(
  cloudAddress: string,
  ask: (clock: OperationClock) => Promise<string>,
  options: WaitOptions,
  environment: { readonly timing: Timing; readonly redactor: Redactor },
): Promise<void> {
  if (options.timeoutSeconds <= 0) return;
  const startedAt = new Date();
  const budget = options.timeoutSeconds * 1000;
  const grace = (options.notFoundGraceSeconds ?? 0) * 1000;
  const clock = new OperationClock(environment.timing, budget + lastPollMilliseconds);
  let lastAnswer: string | undefined;
  for (let polls = 1; ; polls += 1) {
    let failure: VncCloudError | undefined;
    try {
      lastAnswer = environment.redactor.clean(await ask(clock), 100);
    } catch (error) {
      const passes = mayPass(error) || (error instanceof NotFoundError && clock.elapsed() < grace);
      if (!passes || clock.elapsed() < budget) throw error;
      failure = error;
    }
    if (lastAnswer === "none" && failure === undefined) return;
    const left = budget - clock.elapsed();
    if (left <= 0)
      throw timedOut(cloudAddress, options.timeoutSeconds, polls, lastAnswer, startedAt, failure);
    try {
      await environment.timing.sleep(Math.min(pollIntervalMilliseconds(polls), left), options.signal);
    } catch (error) {
      throw options.signal?.aborted === true ? aborted(cloudAddress, polls) : error;
    }
  }
}

/** A fault that says nothing about the address, so that running out of time is the better report. */
function mayPass(error: unknown): error is VncCloudError {
  return [ConnectionError, RequestTimeoutError, ServiceError, TooManyRequestsError].some(
    (passing) => error instanceof passing,
  );
}

function aborted(cloudAddress: string, polls: number): VncCloudError {
  const record = new AttemptRecord({ operation: "ready", cloudAddress });
  record.attempts = polls;
  return record.aborted();
}

function timedOut(
  cloudAddress: string,
  timeoutSeconds: number,
  polls: number,
  lastAnswer: string | undefined,
  startedAt: Date,
  cause: VncCloudError | undefined,
): ReadinessTimeoutError {
  const hidden = cause instanceof NotFoundError ? "does not show it yet (404)" : "gave no answer";
  const said = lastAnswer === undefined ? hidden : `last answered "${lastAnswer}"`;
  return new ReadinessTimeoutError(
    `The cloud address ${cloudAddress} was not ready within ${timeoutSeconds} seconds: the service ${said}. ` +
      "What was written to it is not taken back. Wait longer, or ask again later.",
    { operation: "ready", cloudAddress, attempts: polls, startedAt, cause },
    lastAnswer,
  );
}
