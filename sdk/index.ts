export { assertAccess, type AccessAssertion } from "./access-rules/assert-access";
export type { AddressSelector } from "../access/rule/selector";
export { CloudAddress } from "./cloud-address/cloud-address";
export type {
  AccessControlArgs,
  CloudAddressArgs,
  CommonCloudAddressArgs,
  ConnectCloudAddressArgs,
  ListenCloudAddressArgs,
} from "./cloud-address/arguments";
export { DeviceFleet, type DeviceCredentials } from "./device-fleet/device-fleet";
export type { CohortArgs, DeviceArgs, DeviceFleetArgs } from "./device-fleet/arguments";
export {
  getCloudAddress,
  getCloudAddressOutput,
  type GetCloudAddressArgs,
  type GetCloudAddressOutputArgs,
  type GetCloudAddressResult,
} from "./functions/get-cloud-address";
export {
  listCloudAddresses,
  listCloudAddressesOutput,
  type ListCloudAddressesArgs,
  type ListCloudAddressesOutputArgs,
} from "./functions/list-cloud-addresses";
