import type { ApiKey } from "../../../access/world/address";
import type { CloudAddressResource } from "../../stack/cloud-address-resource";

/**
 * Tells which API key owns an address. The state of an existing address has the key's fingerprint. An address that is
 * only to be created has none: its key is taken to be that of the other addresses of the same account in its stack, if
 * they all have one and the same; else it stands for itself as not known.
 */
export class ApiKeys {
  private readonly fingerprints = new Map<string, Set<string>>();

  constructor(resources: Iterable<CloudAddressResource>) {
    for (const resource of resources) {
      if (resource.keyFingerprint === undefined) continue;
      const account = accountOf(resource);
      const seen = this.fingerprints.get(account) ?? new Set();
      this.fingerprints.set(account, seen.add(resource.keyFingerprint));
    }
  }

  /** The key of a resource. */
  of(resource: CloudAddressResource): ApiKey {
    if (resource.keyFingerprint !== undefined) return { name: resource.keyFingerprint, known: true };
    const account = accountOf(resource);
    const [fingerprint, ...others] = this.fingerprints.get(account) ?? [];
    const isKnown = fingerprint !== undefined && others.length === 0;
    return isKnown ? { name: fingerprint, known: true } : { name: account, known: false };
  }
}

function accountOf({ project, stack, urn, inputs, outputs }: CloudAddressResource): string {
  const account = outputs.account ?? inputs.account ?? "default";
  const isKnown = typeof account === "string";
  return isKnown ? `account ${account} of ${project}/${stack}` : `the account of ${urn}`;
}
