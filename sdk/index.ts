export { CloudAddress } from "./cloud-address/cloud-address";
export type {
  AccessControlArgs,
  CloudAddressArgs,
  CommonCloudAddressArgs,
  ConnectCloudAddressArgs,
  ListenCloudAddressArgs,
} from "./cloud-address/arguments";
