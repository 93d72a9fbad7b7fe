import { entityTag } from "../wire/entity-tag";
import { readCharacteristics } from "./read-characteristics";
import type { CollectionOperation } from "./request";

/** POST static-address: rules 15 to 33. */
export const create: CollectionOperation = ({ service, owner }, body) => {
  const read = readCharacteristics(service, body, false);
  if (read.refusal !== undefined) {
    return read.refusal;
  }
  const address = service.create(owner, read.characteristics);
  const { cloudAddress, password: cloudPassword } = address;
  const tag = service.quirks.etagOnWrites ? entityTag(address, address.version, service.quirks) : undefined;
  return {
    status: 201,
    headers: { ...(tag !== undefined && { ETag: tag }) },
    json: { cloudAddress, cloudPassword },
    cloudAddress,
  };
};
