import type { CloudAddressResource } from "../stack/cloud-address-resource";

/** What the engine means to do with one CloudAddress. */
export interface PreviewStep {
  /** The engine's word: `create`, `update`, `replace`, `delete`, `read`, `refresh`, `same` and their variants. */
  readonly operation: string;
  readonly urn: string;
  /** The resource as it is; after `--refresh`, as the service has it. */
  readonly before?: CloudAddressResource;
  /** The resource as it will be; its outputs are mostly missing, its inputs are all there. */
  readonly after?: CloudAddressResource;
}

/** What a preview means to do with the cloud addresses of one stack. */
export interface Preview {
  /** `project/stack`; undefined if the preview has no step at all. */
  readonly stackName?: string;
  readonly steps: readonly PreviewStep[];
}
