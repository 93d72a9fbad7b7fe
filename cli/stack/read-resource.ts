import type { CloudAddressResource } from "./cloud-address-resource";
import { stateProperties } from "./state-value";
import { cloudAddressType, parseUrn } from "./urn";

/** A resource as `pulumi stack export` and the steps of a preview write it, as far as we read it. */
interface WrittenResource {
  readonly urn?: unknown;
  readonly type?: unknown;
  readonly id?: unknown;
  readonly parent?: unknown;
  readonly inputs?: unknown;
  readonly outputs?: unknown;
  readonly external?: unknown;
  readonly delete?: unknown;
  readonly protect?: unknown;
  readonly pendingReplacement?: unknown;
  readonly retainOnDelete?: unknown;
  readonly propertyDependencies?: unknown;
}

/** The CloudAddress that a parsed resource is; undefined if it is of another type or no resource at all. */
export function readCloudAddress(parsed: unknown): CloudAddressResource | undefined {
  if (typeof parsed !== "object" || parsed === null) return undefined;
  const written = parsed as WrittenResource;
  if (typeof written.urn !== "string") return undefined;
  const urn = parseUrn(written.urn);
  if (!urn || (written.type ?? urn.type) !== cloudAddressType) return undefined;
  const inputs = stateProperties(written.inputs);
  const outputs = stateProperties(written.outputs);
  const account = outputs.account ?? inputs.account;
  const marker = memberOf(written.outputs, "__ownership");
  const owner = memberOf(written.inputs, "__owner");
  return {
    urn: written.urn,
    name: urn.name,
    stack: urn.stack,
    project: urn.project,
    ...(typeof written.parent === "string" && { parent: written.parent }),
    ...(typeof written.id === "string" && written.id !== "" && { id: written.id }),
    inputs,
    outputs,
    ...(typeof outputs.keyFingerprint === "string" && { keyFingerprint: outputs.keyFingerprint }),
    ...(typeof account === "string" && { account }),
    ...(typeof marker === "string" && { ownershipMarker: marker }),
    ...(typeof owner === "string" && { owner }),
    external: written.external === true,
    pendingDeletion: written.delete === true,
    pendingReplacement: written.pendingReplacement === true,
    retainOnDelete: written.retainOnDelete === true,
    propertyDependencies: propertyDependencies(written.propertyDependencies),
    protected: written.protect === true,
  };
}

function memberOf(bag: unknown, name: string): unknown {
  return typeof bag === "object" && bag !== null ? (bag as Record<string, unknown>)[name] : undefined;
}

function propertyDependencies(written: unknown): Record<string, string[]> {
  if (typeof written !== "object" || written === null) return {};
  const lists = Object.entries(written).filter((entry): entry is [string, unknown[]] =>
    Array.isArray(entry[1]),
  );
  return Object.fromEntries(lists.map(([name, urns]) => [name, urns.map(String)]));
}
