import type { PendingOperation, StackState } from "./cloud-address-resource";
import { readCloudAddress } from "./read-resource";
import { parseUrn } from "./urn";

interface WrittenDeployment {
  readonly resources?: unknown;
  readonly pending_operations?: unknown;
}

/** Whether a parsed text has the form that `pulumi stack export` prints. */
export function isStackExport(parsed: unknown): parsed is { deployment: WrittenDeployment } {
  if (typeof parsed !== "object" || parsed === null || !("deployment" in parsed)) return false;
  return typeof parsed.deployment === "object" && parsed.deployment !== null;
}

/**
 * The cloud addresses in what `pulumi stack export` printed. Resources of other types are passed over.
 * @param parsed The export, parsed.
 * @param origin Where it was read from, for the label of a stack without resources and for errors.
 * @throws Error if this is not an export.
 */
export function readStackExport(parsed: unknown, origin: string): StackState {
  if (!isStackExport(parsed)) {
    throw new Error(
      `${origin} is no export of a stack: it has no "deployment". Make one with "pulumi stack export --file FILE".`,
    );
  }
  const resources = listOf(parsed.deployment.resources);
  const pending = listOf(parsed.deployment.pending_operations);
  const name = nameOf(resources);
  return {
    ...(name !== undefined && { name }),
    label: name ?? origin,
    resources: resources.map(readCloudAddress).filter(isPresent),
    pendingOperations: pending.map(readPendingOperation).filter(isPresent),
  };
}

function readPendingOperation(parsed: unknown): PendingOperation | undefined {
  if (typeof parsed !== "object" || parsed === null) return undefined;
  const { resource, type } = parsed as { resource?: unknown; type?: unknown };
  const address = readCloudAddress(resource);
  return address && { type: String(type), resource: address };
}

function nameOf(resources: readonly unknown[]): string | undefined {
  for (const resource of resources) {
    const urn = (resource as { urn?: unknown } | null)?.urn;
    const parsed = typeof urn === "string" ? parseUrn(urn) : undefined;
    if (parsed) return `${parsed.project}/${parsed.stack}`;
  }
  return undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}
