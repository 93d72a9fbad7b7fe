import type { CloudAddressDetails, VncCloudClient } from "../../client";

/** The details of an address, with the ownership marker that it carries and that its characteristics do not show. */
export interface SeenDetails extends CloudAddressDetails {
  readonly marker?: string;
}

/** What the lifecycle needs of a client. */
export type AddressClient = Pick<
  VncCloudClient,
  | "endpoint"
  | "keyFingerprint"
  | "createCloudAddress"
  | "listCloudAddresses"
  | "changeCloudAddress"
  | "resetPassword"
  | "deleteCloudAddress"
  | "waitUntilReady"
> & {
  getCloudAddress(...request: Parameters<VncCloudClient["getCloudAddress"]>): Promise<SeenDetails>;
};
