import { entityTag } from "../wire/entity-tag";
import { refuse } from "../wire/reply";
import { checkPreconditions } from "./preconditions";
import { readCharacteristics } from "./read-characteristics";
import type { AddressOperation } from "./request";

/** PUT static-address/<a>: rules 49 to 56. The body replaces all characteristics. */
export const change: AddressOperation = (request, body) => {
  const { service, address } = request;
  const read = readCharacteristics(service, body, true);
  if (read.refusal !== undefined) {
    return read.refusal;
  }
  const { characteristics, cloudAddress } = read;
  const sameActions = characteristics.allowedActions.join() === address.characteristics.allowedActions.join();
  if (service.quirks.rejectActionChange && !sameActions) {
    return refuse(400, "A22: the action of an address cannot be changed");
  }
  if (cloudAddress !== address.cloudAddress) {
    return refuse(409, "rule 54: cloudAddress of the body is not that of the URI");
  }
  const refusal = checkPreconditions(request);
  if (refusal !== undefined) {
    return refusal;
  }
  service.change(address, characteristics);
  const tag = service.quirks.etagOnWrites ? entityTag(address, address.version, service.quirks) : undefined;
  return { status: 200, headers: { ...(tag !== undefined && { ETag: tag }) } };
};
