import { checkPreconditions } from "./preconditions";
import type { AddressOperation } from "./request";

/** DELETE static-address/<a>: rules 61 to 64. */
export const deleteAddress: AddressOperation = (request) => {
  const refusal = checkPreconditions(request);
  if (refusal !== undefined) {
    return refusal;
  }
  request.service.delete(request.address);
  return { status: 204 };
};
