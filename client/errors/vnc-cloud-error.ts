import type { Operation } from "./operation";

/** What every error of the client knows beside its message. */
export interface ErrorFacts {
  readonly operation: Operation;
  readonly cloudAddress?: string | undefined;
  readonly status?: number | undefined;
  readonly errorCode?: number | undefined;
  readonly attempts?: number | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly outcomeUnknown?: boolean | undefined;
  readonly startedAt?: Date | undefined;
  readonly requestId?: string | undefined;
  readonly cause?: Error | undefined;
}

/**
 * Base class of every error that the client throws; each cause has a subclass of its own.
 *
 * The message is one short paragraph: what failed, for which address, why, and what to do. Neither the message nor
 * any property holds a secret: the API key, the API secret and passwords never reach this class.
 *
 * There is no property named `id`, `code` or `details`: hosts that pass errors on read a meaning of their own into
 * those names. The number of a bad request is `errorCode`.
 */
export class VncCloudError extends Error {
  override get name(): string {
    return "VncCloudError";
  }
  /** The operation that failed. */
  readonly operation: Operation;
  /** The cloud address the operation was about; absent for create (unless the answer named it), list and configure. */
  declare readonly cloudAddress?: string;
  /** HTTP status of the last answer; absent when there was none. */
  declare readonly status?: number;
  /** Error number of a bad request, 1001 to 1009 (rule 10), when the service sent one. */
  declare readonly errorCode?: number;
  /** HTTP requests made for this operation, repetitions included; 0 when it was refused before the first. */
  readonly attempts: number;
  /** Seconds after which the service wants to be asked again, when it said so in its last answer. */
  declare readonly retryAfterSeconds?: number;
  /**
   * Whether a write may have been carried out although it failed here: the connection broke or the time ran out
   * after the request was sent, the service failed in the middle, or its answer of success could not be read.
   * Always false for operations that only read.
   */
  readonly outcomeUnknown: boolean;
  /** When the operation began. */
  readonly startedAt: Date;
  /** The service's own name of the last request, when it sent an `X-Request-Id`. */
  declare readonly requestId?: string;

  constructor(message: string, facts: ErrorFacts) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.operation = facts.operation;
    this.attempts = facts.attempts ?? 0;
    this.outcomeUnknown = facts.outcomeUnknown ?? false;
    this.startedAt = facts.startedAt ?? new Date();
    // Assigned only when present, so that printing an error shows no row of undefined values.
    if (facts.cloudAddress !== undefined) this.cloudAddress = facts.cloudAddress;
    if (facts.status !== undefined) this.status = facts.status;
    if (facts.errorCode !== undefined) this.errorCode = facts.errorCode;
    if (facts.retryAfterSeconds !== undefined) this.retryAfterSeconds = facts.retryAfterSeconds;
    if (facts.requestId !== undefined) this.requestId = facts.requestId;
  }

  /** The error as data for logs and `--json` output: without stack and cause. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...(this as Record<string, unknown>) };
  }
}
