import { keyFingerprint } from "../../../client/secrets/key-fingerprint";
import { cloudAddressType } from "../../../cli/stack/urn";
import type { SnapshotAddress } from "../../../emulator";
import { canary } from "../../support/provider-fixture";

/** A resource as an export has it, as far as a test says. */
export interface ExportedResource {
  readonly urn?: string;
  readonly id?: string;
  readonly inputs?: object;
  readonly outputs?: object;
  readonly external?: boolean;
  readonly delete?: boolean;
  readonly pendingReplacement?: boolean;
}

/** URN of a CloudAddress of the stack `shop/prod`. */
export function urnOf(name: string, stack = "prod"): string {
  return `urn:pulumi:${stack}::shop::${cloudAddressType}::${name}`;
}

/** A resource whose state is just what the service has. */
export function settled(name: string, remote: SnapshotAddress, outputs: object = {}): ExportedResource {
  const { cloudAddress, allowedActions, groups, accessControl, etag } = remote;
  const version = etag.replaceAll('"', "");
  const inputs = {
    action: allowedActions[0],
    ...(groups && { groups }),
    ...(accessControl && { accessControl }),
  };
  return {
    urn: urnOf(name),
    id: cloudAddress,
    inputs,
    outputs: {
      ...inputs,
      cloudAddress,
      etag: version,
      writtenEtag: version,
      keyFingerprint: keyFingerprint(canary.apiKey),
      ...outputs,
    },
  };
}

/** The text that `pulumi stack export` would print for these resources. */
export function exportOf(
  resources: readonly ExportedResource[],
  pending: readonly { type: string; resource: ExportedResource }[] = [],
): string {
  const written = (resource: ExportedResource) => ({ type: cloudAddressType, custom: true, ...resource });
  return JSON.stringify({
    version: 3,
    deployment: {
      resources: [
        { urn: "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod", type: "pulumi:pulumi:Stack" },
        ...resources.map(written),
      ],
      pending_operations: pending.map(({ type, resource }) => ({ type, resource: written(resource) })),
    },
  });
}
