/**
 * A client of the VNC Cloud REST API 1.1, usable on its own.
 *
 * @module
 */
export { groupsOf, sameCharacteristics } from "./characteristics";
export type {
  AccessControl,
  Action,
  Characteristics,
  ConnectCharacteristics,
  ListenCharacteristics,
} from "./characteristics";
export type { ClientOptions } from "./client-options";
export { ConfigurationError, InvalidArgumentError, InvalidCloudAddressError } from "./errors/argument-errors";
export type { ConfigurationFault } from "./errors/argument-errors";
export {
  ConnectionError,
  InvalidResponseError,
  OperationAbortedError,
  ReadinessTimeoutError,
  RequestTimeoutError,
} from "./errors/connection-errors";
export { errorCodeDescriptions } from "./errors/error-codes";
export type { Operation } from "./errors/operation";
export {
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
} from "./errors/status-errors";
export { VncCloudError } from "./errors/vnc-cloud-error";
export type { WaitOptions } from "./readiness/wait-until-ready";
export { assertCloudAddress } from "./requests/cloud-address";
export type { CloudAddressDetails } from "./responses/details-answer";
export type { CallOptions } from "./retry/call-options";
export { systemTiming, type Timing } from "./retry/timing";
export type { Credentials } from "./secrets/credentials";
export { defaultEndpoint } from "./transport/endpoint";
export { VncCloudClient } from "./vnc-cloud-client";
export type { ListOptions, WriteOptions } from "./vnc-cloud-client";
