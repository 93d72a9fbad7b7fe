import { OperationAbortedError } from "../errors/connection-errors";
import { errorMessage } from "../errors/error-message";
import type { Operation } from "../errors/operation";
import type { VncCloudError } from "../errors/vnc-cloud-error";
import type { Failure } from "./failure";

/** What has happened to one operation so far, and the error that this becomes when it fails. */
export class AttemptRecord {
  /** HTTP requests made. */
  attempts = 0;
  /** Whether one of them may have been carried out although it failed; only ever set for operations that write. */
  outcomeUnknown = false;
  readonly #operation: Operation;
  readonly #cloudAddress: string | undefined;
  readonly #startedAt = new Date();

  constructor(request: { readonly operation: Operation; readonly cloudAddress: string | undefined }) {
    this.#operation = request.operation;
    this.#cloudAddress = request.cloudAddress;
  }

  /** @param now milliseconds since 1970, to say when the service wants to be asked again. */
  failed(failure: Failure, now: number, retryAfterSeconds?: number): VncCloudError {
    const cloudAddress = failure.facts.cloudAddress ?? this.#cloudAddress;
    const facts = { ...this.#facts(), cloudAddress, retryAfterSeconds };
    return new failure.errorClass(errorMessage({ ...failure, ...facts, now }), {
      ...failure.facts,
      ...facts,
    });
  }

  aborted(): OperationAbortedError {
    const facts = this.#facts();
    const why = "the caller ended the operation";
    return new OperationAbortedError(errorMessage({ ...facts, why, whatToDo: "", now: 0 }), facts);
  }

  #facts() {
    return {
      operation: this.#operation,
      cloudAddress: this.#cloudAddress,
      attempts: this.attempts,
      outcomeUnknown: this.outcomeUnknown,
      startedAt: this.#startedAt,
    };
  }
}
