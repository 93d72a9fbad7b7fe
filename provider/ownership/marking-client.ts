import type { CallOptions, Characteristics, Credentials, VncCloudClient } from "../../client";
import type { AddressClient, SeenDetails } from "../session/address-client";
import { mark, markerIn, unmark } from "./marker";

/**
 * A client whose writes carry the ownership marker and whose reads do not show it, so that everything else sees the
 * characteristics as the program declares them.
 */
export function markingClient(
  client: AddressClient,
  markerFor: (characteristics: Characteristics) => string | undefined,
  markers: readonly string[],
): AddressClient {
  const marked = (characteristics: Characteristics): Characteristics => {
    const marker = markerFor(characteristics);
    return marker === undefined ? characteristics : mark(characteristics, marker);
  };
  return {
    endpoint: client.endpoint,
    keyFingerprint: client.keyFingerprint,
    createCloudAddress: (characteristics: Characteristics, call?: CallOptions): Promise<Credentials> =>
      client.createCloudAddress(marked(characteristics), call),
    changeCloudAddress: (
      ...[cloudAddress, characteristics, call]: Parameters<VncCloudClient["changeCloudAddress"]>
    ) => client.changeCloudAddress(cloudAddress, marked(characteristics), call),
    getCloudAddress: async (cloudAddress: string, call?: CallOptions): Promise<SeenDetails> => {
      const details = await client.getCloudAddress(cloudAddress, call);
      const marker = markerIn(details.characteristics, markers);
      return {
        ...details,
        characteristics: unmark(details.characteristics, markers),
        ...(marker !== undefined && { marker }),
      };
    },
    listCloudAddresses: (options) => client.listCloudAddresses(options),
    resetPassword: (cloudAddress, call) => client.resetPassword(cloudAddress, call),
    deleteCloudAddress: (cloudAddress, call) => client.deleteCloudAddress(cloudAddress, call),
    waitUntilReady: (cloudAddress, options) => client.waitUntilReady(cloudAddress, options),
  };
}
