import type { VncCloudClient } from "../../client";

/** What the lifecycle needs of a client. */
export type AddressClient = Pick<
  VncCloudClient,
  | "endpoint"
  | "keyFingerprint"
  | "createCloudAddress"
  | "listCloudAddresses"
  | "getCloudAddress"
  | "changeCloudAddress"
  | "resetPassword"
  | "deleteCloudAddress"
  | "waitUntilReady"
>;
