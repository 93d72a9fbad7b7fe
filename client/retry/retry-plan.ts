import type { OperationRequest } from "../requests/operation-request";
import type { Answer, NoAnswer } from "../transport/exchange";
import { backOffMilliseconds, minimumDelayMilliseconds } from "./back-off";
import type { Failure } from "./failure";
import type { OperationClock } from "./operation-clock";
import { retryAfterMilliseconds } from "./retry-after";
import { repeatedAfter, retryClassOf, type RetryClass } from "./retry-classes";
import type { Timing } from "./timing";

/** Repeat after a delay, or stop (no delay), perhaps for a reason that changes the explanation. */
export interface RetryDecision {
  readonly delayMilliseconds?: number;
  /** Whether the service asked all operations to pause, not this one alone. */
  readonly pausesAll?: boolean;
  readonly retryAfterSeconds?: number | undefined;
  readonly explanation?: { readonly why: string };
}

/** The longest pause between two questions for an address that may not be visible yet (A44). */
const maximumNotFoundDelayMilliseconds = 2000;

/** Decides after each failure of one operation whether, and when, it is repeated. */
export class RetryPlan {
  readonly #timing: Timing;
  readonly #clock: OperationClock;
  readonly #retryClass: RetryClass;
  readonly #maxRetries: number;
  readonly #notFoundGraceMilliseconds: number;
  #retries = 0;
  #notFound = 0;

  constructor(
    limits: {
      readonly timing: Timing;
      readonly maxRetries: number;
      readonly operationTimeoutSeconds: number;
    },
    request: OperationRequest<unknown>,
    notFoundGraceSeconds: number,
    clock: OperationClock,
  ) {
    this.#timing = limits.timing;
    this.#maxRetries = limits.maxRetries;
    this.#retryClass = retryClassOf(request.operation, request.ifMatch !== undefined);
    this.#notFoundGraceMilliseconds = notFoundGraceSeconds * 1000;
    this.#clock = clock;
  }

  next(failure: Failure, result: Answer | NoAnswer): RetryDecision {
    if (failure.facts.status === 404) return this.#afterNotFound();
    const asked = this.#retryAfter(result);
    const retryAfterSeconds = asked === undefined ? undefined : Math.ceil(asked / 1000);
    const { fault } = failure;
    if (fault === undefined || !repeatedAfter[this.#retryClass][fault] || this.#retries >= this.#maxRetries) {
      return { retryAfterSeconds };
    }
    const delay = Math.max(
      asked ?? backOffMilliseconds(this.#retries, this.#timing.random()),
      minimumDelayMilliseconds,
    );
    this.#retries += 1;
    if (delay < this.#clock.remaining()) {
      return { delayMilliseconds: delay, pausesAll: failure.facts.status === 429 && asked !== undefined };
    }
    if (asked !== undefined) return { retryAfterSeconds };
    const why = `${failure.why}, and the time for the whole operation (${this.#clock.budget / 1000} s) is used up`;
    return { explanation: { why } };
  }

  #retryAfter(answer: Answer | NoAnswer): number | undefined {
    if (answer.kind === "no answer" || (answer.status < 500 && answer.status !== 429)) return undefined;
    return retryAfterMilliseconds(answer.header("retry-after"), answer.header("date"), this.#timing.now());
  }

  #afterNotFound(): RetryDecision {
    const left = Math.min(
      this.#notFoundGraceMilliseconds - this.#clock.elapsed(),
      // So that the last question still has time for an answer.
      this.#clock.remaining() - minimumDelayMilliseconds,
    );
    if (left < minimumDelayMilliseconds) return {};
    const backOff = backOffMilliseconds(this.#notFound, this.#timing.random());
    this.#notFound += 1;
    return { delayMilliseconds: Math.min(backOff, maximumNotFoundDelayMilliseconds, left) };
  }
}
