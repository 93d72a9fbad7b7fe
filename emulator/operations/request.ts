import type { CloudAddress, Owner } from "../addresses/cloud-address";
import type { Service } from "../service/service";
import type { Reply } from "../wire/reply";

/** A request that has an owner and a known operation. */
export interface ServiceRequest {
  service: Service;
  owner: Owner;
  /** The raw query without its question mark. */
  query: string;
  /** `http://` and the host that the caller used. */
  origin: string;
  ifMatch: string | undefined;
}

/** A request to one address that exists and that the caller sees. */
export interface AddressRequest extends ServiceRequest {
  address: CloudAddress;
}

export type CollectionOperation = (request: ServiceRequest, body: unknown) => Reply;
export type AddressOperation = (request: AddressRequest, body: unknown) => Reply;
