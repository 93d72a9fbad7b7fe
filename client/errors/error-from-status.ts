import {
  BadRequestError,
  ConflictError,
  ForbiddenError,
  NotFoundError,
  PreconditionFailedError,
  RedirectError,
  RequestRejectedError,
  ServiceError,
  ServiceUnavailableError,
  TooManyRequestsError,
  UnauthorizedError,
} from "./status-errors";
import type { ErrorFacts, VncCloudError } from "./vnc-cloud-error";

const classes: Readonly<Record<number, new (message: string, facts: ErrorFacts) => VncCloudError>> = {
  400: BadRequestError,
  401: UnauthorizedError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  412: PreconditionFailedError,
  429: TooManyRequestsError,
  503: ServiceUnavailableError,
};

/** The class of error for a status that is no success. */
export function errorClassFor(status: number): new (message: string, facts: ErrorFacts) => VncCloudError {
  if (status < 400) return RedirectError;
  return classes[status] ?? (status < 500 ? RequestRejectedError : ServiceError);
}
