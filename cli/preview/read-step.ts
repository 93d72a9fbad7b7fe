import { readCloudAddress } from "../stack/read-resource";
import { parseUrn } from "../stack/urn";
import type { Preview, PreviewStep } from "./preview";

/** A step as `pulumi preview --json` and the metadata of an engine event write it. */
export interface WrittenStep {
  readonly op?: unknown;
  readonly urn?: unknown;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** The preview that these steps make; steps of other types of resources only tell which stack it is. */
export function previewOf(written: Iterable<WrittenStep>): Preview {
  const steps: PreviewStep[] = [];
  let stackName: string | undefined;
  for (const { op, urn, before, after } of written) {
    if (typeof urn !== "string") continue;
    const parsed = parseUrn(urn);
    if (parsed) stackName ??= `${parsed.project}/${parsed.stack}`;
    const old = readCloudAddress(before);
    const next = readCloudAddress(after);
    if (!old && !next) continue;
    steps.push({ operation: String(op), urn, ...(old && { before: old }), ...(next && { after: next }) });
  }
  return { ...(stackName !== undefined && { stackName }), steps };
}
