import type { StateProperties } from "./state-value";

/** A CloudAddress as the state of a stack has it. */
export interface CloudAddressResource {
  readonly urn: string;
  /** Its logical name: the last part of the URN. */
  readonly name: string;
  readonly stack: string;
  readonly project: string;
  /** URN of its component, or of the stack. */
  readonly parent?: string;
  /** The cloud address. Absent while it is only being created. */
  readonly id?: string;
  readonly inputs: StateProperties;
  readonly outputs: StateProperties;
  /** Fingerprint of the API key that owns it. Absent while the address is only being created. */
  readonly keyFingerprint?: string;
  /** Name of the account that it belongs to. Absent for the default one. */
  readonly account?: string;
  /** The ownership marker that its address carries at the service: one group more than the outputs show. */
  readonly ownershipMarker?: string;
  /** What its ownership marker says of the resource: `kiosk-7/0f1e2d3c4b5a`. */
  readonly owner?: string;
  /** `CloudAddress.get`: the stack reads it, another program or person owns it. */
  readonly external: boolean;
  /** A replacement's old address that is still to be deleted. */
  readonly pendingDeletion: boolean;
  /** It was deleted to be replaced, and its replacement does not exist yet: only the state still has it. */
  readonly pendingReplacement: boolean;
  /** When the resource is deleted, the address stays at the service. */
  readonly retainOnDelete: boolean;
  /** By property, the URNs of the resources from whose outputs the program made its value. */
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  /** `pulumi destroy` refuses to delete it. */
  readonly protected: boolean;
}

/** An operation on a CloudAddress that a run began and did not end: what became of it is not known. */
export interface PendingOperation {
  readonly type: "creating" | "updating" | "deleting" | "reading" | (string & {});
  readonly resource: CloudAddressResource;
}

/** What a stack's state says of its cloud addresses. */
export interface StackState {
  /** `project/stack`; undefined if it holds no resource at all. */
  readonly name?: string;
  /** How people are told of it: its name, or where it was read from. */
  readonly label: string;
  readonly resources: readonly CloudAddressResource[];
  readonly pendingOperations: readonly PendingOperation[];
}
