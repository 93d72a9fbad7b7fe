import { VncCloudError } from "./vnc-cloud-error";

/** 400: the service found a fault in the request; `errorCode` says which, when the service does (rule 10). */
export class BadRequestError extends VncCloudError {
  override get name(): string {
    return "BadRequestError";
  }
}

/** 401: the API key is not known to the service, or the API secret is wrong (rule 7, A29). */
export class UnauthorizedError extends VncCloudError {
  override get name(): string {
    return "UnauthorizedError";
  }
}

/** 403: the API key is not well-formed (rule 8). */
export class ForbiddenError extends VncCloudError {
  override get name(): string {
    return "ForbiddenError";
  }
}

/** 404: the cloud address does not exist under this API key, or the endpoint is wrong (rule 9, A31, A40). */
export class NotFoundError extends VncCloudError {
  override get name(): string {
    return "NotFoundError";
  }
}

/** 409: the cloud address in the body is not the one in the URI (rule 54). */
export class ConflictError extends VncCloudError {
  override get name(): string {
    return "ConflictError";
  }
}

/** 412: the entity version is not the one given: somebody wrote in between (rules 53, 59 and 62). */
export class PreconditionFailedError extends VncCloudError {
  override get name(): string {
    return "PreconditionFailedError";
  }
}

/** 429: the service asks for fewer requests; `retryAfterSeconds` says for how long, when the service does (A54). */
export class TooManyRequestsError extends VncCloudError {
  override get name(): string {
    return "TooManyRequestsError";
  }
}

/** Any other status from 400 to 499, which the VNC Cloud API documentation does not know. */
export class RequestRejectedError extends VncCloudError {
  override get name(): string {
    return "RequestRejectedError";
  }
}

/** A status of 500 and above. The service may have carried the request out. */
export class ServiceError extends VncCloudError {
  override get name(): string {
    return "ServiceError";
  }
}

/** 503: the service is not available and did nothing; `retryAfterSeconds` when it says for how long (rule 9). */
export class ServiceUnavailableError extends ServiceError {
  override get name(): string {
    return "ServiceUnavailableError";
  }
}

/** 300 to 399: redirects are never followed, since the request carries credentials (A55). */
export class RedirectError extends VncCloudError {
  override get name(): string {
    return "RedirectError";
  }
}
