import type { Authentication } from "../accounts/accounts";
import { isWellFormed } from "../addresses/identifiers";
import type { Service } from "../service/service";
import { acceptsJson, isJsonContentType } from "../wire/media-type";
import { refuse, refuseWithCode, type Reply } from "../wire/reply";
import type { OperationName, Route } from "../wire/route";
import { change } from "./change";
import { create } from "./create";
import { deleteAddress } from "./delete";
import { details } from "./details";
import { list } from "./list";
import { ready } from "./ready";
import type { AddressOperation, CollectionOperation, ServiceRequest } from "./request";
import { reset } from "./reset";

/** A request as read from the wire. */
export interface WireRequest {
  route: Route;
  query: string;
  origin: string;
  authentication: Authentication;
  /** Whether the request is within the rate limit of its key (A54). */
  isAdmitted: boolean;
  contentType: string | undefined;
  accept: string | undefined;
  ifMatch: string | undefined;
  /** The parsed JSON body; undefined when it is no JSON or too large. */
  body: unknown;
}

/** What an operation takes and gives: the rows of the error-code matrix. */
type Operation = { takesBody: boolean; givesBody: boolean } & (
  | { onCollection: CollectionOperation; onAddress?: undefined; reads?: undefined }
  | { onAddress: AddressOperation; onCollection?: undefined; reads: boolean }
);

const operations: Readonly<Record<OperationName, Operation>> = {
  create: { takesBody: true, givesBody: true, onCollection: create },
  list: { takesBody: false, givesBody: true, onCollection: list },
  ready: { takesBody: false, givesBody: true, reads: true, onAddress: ready },
  details: { takesBody: false, givesBody: true, reads: true, onAddress: details },
  change: { takesBody: true, givesBody: false, reads: false, onAddress: change },
  reset: { takesBody: false, givesBody: true, reads: false, onAddress: reset },
  delete: { takesBody: false, givesBody: false, reads: false, onAddress: deleteAddress },
};

/** Whether an operation has a request body (rule 4); others ignore what is sent (A28). */
export function takesBody(operation: Route["operation"]): boolean {
  return operation !== "unknown" && operations[operation].takesBody;
}

/** Counts one request of a key, and tells whether its rate limit admits it (A54). */
export function admits(service: Service, { owner }: Authentication): boolean {
  return (
    owner === undefined || service.rateLimit.admits(owner, service.quirks.requestsPerSecond, service.now())
  );
}

/**
 * Answers one request. The order of the checks is that of A6, which is RFC 9110 section 13.2.1:
 * 401 and 403, unknown route, 1007, 404, 1001 and 1002, JSON, the codes of the body, 409, and 412 as the last.
 */
export function answer(service: Service, request: WireRequest): Reply {
  const { route, authentication } = request;
  if (authentication.owner === undefined) {
    const challenge = { "WWW-Authenticate": 'Basic realm="VNC Cloud", charset="UTF-8"' };
    return refuse(
      authentication.status,
      authentication.reason,
      authentication.status === 401 ? challenge : undefined,
    );
  }
  if (!request.isAdmitted) {
    return refuse(429, "A54: more requests in this second than the switch allows", { "Retry-After": "1" });
  }
  if (route.operation === "unknown") {
    return route.allow === undefined
      ? refuse(404, "rule 2: no such resource")
      : refuse(405, "A58: no such method", { Allow: route.allow.join(", ") });
  }
  const operation = operations[route.operation];
  const { query, origin, ifMatch } = request;
  const base: ServiceRequest = { service, owner: authentication.owner, query, origin, ifMatch };
  if (operation.onCollection !== undefined) {
    return checkMedia(operation, service, request) ?? operation.onCollection(base, request.body);
  }
  const { cloudAddress = "" } = route;
  if (!isWellFormed(cloudAddress)) {
    return refuseWithCode(1007);
  }
  const address = operation.reads ? service.findForReading(cloudAddress) : service.find(cloudAddress);
  if (address === undefined || !service.isVisibleTo(authentication.owner, address)) {
    return refuse(404, "rule 9: no such cloud address");
  }
  return checkMedia(operation, service, request) ?? operation.onAddress({ ...base, address }, request.body);
}

/** Rules 23 and 24, and A27: what is wrong with a request before its body's members are looked at. */
function checkMedia(operation: Operation, { quirks }: Service, request: WireRequest): Reply | undefined {
  if (operation.takesBody && !isJsonContentType(request.contentType, quirks.strictContentType)) {
    return refuseWithCode(1001);
  }
  if (operation.givesBody && !acceptsJson(request.accept)) {
    return refuseWithCode(1002);
  }
  if (operation.takesBody && request.body === undefined) {
    return refuse(400, "A27: the body is not JSON, or too large");
  }
  return undefined;
}
