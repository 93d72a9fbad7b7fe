import { pMapIterable } from "p-map";
import {
  BadRequestError,
  InvalidCloudAddressError,
  InvalidResponseError,
  NotFoundError,
  type CloudAddressDetails,
  type VncCloudError,
} from "../../client";
import type { Service } from "./service";

/** What the service said about one cloud address: its details, or why there are none. */
export type AddressReading =
  | { readonly cloudAddress: string; readonly details: CloudAddressDetails }
  | { readonly cloudAddress: string; readonly details?: undefined; readonly problem: VncCloudError };

/** Errors that say something about one address and nothing about the next one. */
const problemsOfOneAddress = [
  NotFoundError,
  BadRequestError,
  InvalidCloudAddressError,
  InvalidResponseError,
] as const;

/**
 * Reads the details of addresses, one GET each, as many at a time as the account allows, in the order in which they
 * come. However many there are, no more than those under way are in memory.
 * @throws VncCloudError for what is wrong with more than one address: credentials, connection, service.
 */
export function readAddresses(
  { client, parallel, signal }: Service,
  cloudAddresses: Iterable<string> | AsyncIterable<string>,
): AsyncIterable<AddressReading> {
  const read = async (cloudAddress: string): Promise<AddressReading> => {
    try {
      return { cloudAddress, details: await client.getCloudAddress(cloudAddress, { signal }) };
    } catch (error) {
      const isOfThisAddress = problemsOfOneAddress.some((kind) => error instanceof kind);
      if (isOfThisAddress) return { cloudAddress, problem: error as VncCloudError };
      throw error;
    }
  };
  return pMapIterable(cloudAddresses, read, { concurrency: parallel });
}
