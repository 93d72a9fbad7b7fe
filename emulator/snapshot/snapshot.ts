import { copyCharacteristics, type AccessControl } from "../addresses/characteristics";
import type { CloudAddress } from "../addresses/cloud-address";
import type { Service } from "../service/service";
import { entityTag } from "../wire/entity-tag";

/** An address as it is, for comparison in tests. It never has the password. */
export interface SnapshotAddress {
  cloudAddress: string;
  /** Name of the account that owns it. */
  owner: string;
  /** The first 16 hexadecimal digits of the SHA-256 of the API key that owns it. */
  keyFingerprint: string;
  allowedActions: string[];
  groups?: string[];
  accessControl?: AccessControl;
  version: number;
  /** The `ETag` that details would show (`"7"` where the switch of A1 says none). */
  etag: string;
  changes: "none" | "pending";
}

/** All addresses in the order of creation. */
export interface Snapshot {
  addresses: SnapshotAddress[];
}

/** What the service truly holds, whatever the switches show to readers. */
export function takeSnapshot(service: Service): Snapshot {
  const addresses = [...service.book.all()].filter(({ shownUntil }) => shownUntil === undefined);
  return { addresses: addresses.map((address) => describe(service, address)) };
}

function describe(service: Service, address: CloudAddress): SnapshotAddress {
  // Before the version is read: under A4 the step to ready makes a new one.
  const changes = service.isPending(address) ? "pending" : "none";
  return {
    cloudAddress: address.cloudAddress,
    owner: address.owner.account,
    keyFingerprint: address.owner.keyDigest.slice(0, 16),
    ...copyCharacteristics(address.characteristics),
    version: address.version,
    etag: entityTag(address, address.version, service.quirks) ?? `"${address.version}"`,
    changes,
  };
}
