import { entityTag } from "../wire/entity-tag";
import { checkPreconditions } from "./preconditions";
import type { AddressOperation } from "./request";

/** POST static-address/<a>: rules 57 to 60. The old password is refused from now on (A51). */
export const reset: AddressOperation = (request) => {
  const refusal = checkPreconditions(request);
  if (refusal !== undefined) {
    return refusal;
  }
  const { service, address } = request;
  service.resetPassword(address);
  const { cloudAddress, password: cloudPassword } = address;
  const tag = service.quirks.etagOnWrites ? entityTag(address, address.version, service.quirks) : undefined;
  return {
    status: 200,
    headers: { ...(tag !== undefined && { ETag: tag }) },
    json: { cloudAddress, cloudPassword },
  };
};
