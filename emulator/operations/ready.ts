import type { AddressOperation } from "./request";

/** GET static-address/<a>/ready: rules 42 to 44. */
export const ready: AddressOperation = ({ service, address }) => ({
  status: 200,
  json: { changes: service.poll(address) === "ready" ? "none" : service.quirks.pendingValue },
});
