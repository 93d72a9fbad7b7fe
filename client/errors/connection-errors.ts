import { VncCloudError } from "./vnc-cloud-error";

/** No complete answer: the connection could not be made (then `outcomeUnknown` is false) or it broke. */
export class ConnectionError extends VncCloudError {
  override get name(): string {
    return "ConnectionError";
  }
}

/** One request, or the operation with its repetitions, took longer than allowed. */
export class RequestTimeoutError extends VncCloudError {
  override get name(): string {
    return "RequestTimeoutError";
  }
}

/** The caller's `signal` ended the operation. */
export class OperationAbortedError extends VncCloudError {
  override get name(): string {
    return "OperationAbortedError";
  }
}

/** The service reported success with an answer that is not what the VNC Cloud API documentation promises. */
export class InvalidResponseError extends VncCloudError {
  override get name(): string {
    return "InvalidResponseError";
  }
}

/** The cloud address was not ready in time. What was written to it is not taken back (A47). */
export class ReadinessTimeoutError extends VncCloudError {
  override get name(): string {
    return "ReadinessTimeoutError";
  }
  /** What the service said last: `pending`, or a value that the documentation does not know (A50). */
  readonly lastAnswer: string | undefined;

  constructor(
    message: string,
    facts: ConstructorParameters<typeof VncCloudError>[1],
    lastAnswer: string | undefined,
  ) {
    super(message, facts);
    this.lastAnswer = lastAnswer;
  }
}
