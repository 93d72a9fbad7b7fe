import type { AccessAddress } from "../../../access/world/address";
import type { Preview, PreviewStep } from "../../preview/preview";
import type { CloudAddressResource } from "../../stack/cloud-address-resource";
import type { AddressMaker } from "../address/address-of-resource";
import { characteristicsAfter, readBack } from "./characteristics-after";

/** The addresses on both sides of a change. An address that the change leaves alone is the same object on both. */
export interface PlannedChange {
  readonly before: readonly AccessAddress[];
  readonly after: readonly AccessAddress[];
  /** What people should know of how this was told. */
  readonly notes: readonly string[];
}

/**
 * What the addresses of a stack are before the change that a preview shows, and after it. An address that is only to
 * be created has its URN as id, unless it is to be adopted.
 * @param resources The stack's state.
 */
export function plannedChange(
  resources: readonly CloudAddressResource[],
  preview: Preview,
  maker: AddressMaker,
): PlannedChange {
  const change = new ChangeBuilder(maker);
  for (const resource of resources) change.exists(resource);
  // What the preview saw is newer than the export: after --refresh it is what the service has.
  for (const { before } of preview.steps) if (before) change.exists(before);
  for (const step of preview.steps) change.apply(step);
  return change.result();
}

class ChangeBuilder {
  private readonly before = new Map<string, AccessAddress>();
  private readonly after = new Map<string, AccessAddress>();
  private readonly idByUrn = new Map<string, string>();
  private readonly notes: string[] = [];

  constructor(private readonly maker: AddressMaker) {}

  exists(resource: CloudAddressResource): void {
    const address = this.maker.existing(resource);
    if (!address) return;
    this.before.set(address.id, address);
    this.after.set(address.id, address);
    if (!resource.pendingDeletion) this.idByUrn.set(resource.urn, address.id);
  }

  apply(step: PreviewStep): void {
    switch (step.operation) {
      case "create":
        this.forgetDeletedOutside(step);
        this.create(step, "new");
        break;
      case "create-replacement":
        this.create(step, "new, in place of the old one");
        break;
      case "replace":
        this.delete(step);
        this.create(step, "new, in place of the old one");
        break;
      case "update":
        this.update(step);
        break;
      case "delete":
      case "delete-replaced":
        this.delete(step);
        break;
      case "read":
      case "read-replacement":
      case "import":
      case "import-replacement":
        this.read(step);
        break;
      case "same":
      case "refresh":
      case "discard":
      case "discard-replaced":
      case "remove-pending-replace":
        break;
      default:
        throw new Error(
          `the preview has an operation "${step.operation}" on ${step.urn}, which this version of vnc-cloud does ` +
            "not know: what it does to access cannot be told. Install a newer version.",
        );
    }
  }

  result(): PlannedChange {
    return { before: [...this.before.values()], after: [...this.after.values()], notes: this.notes };
  }

  private create({ after, urn }: PreviewStep, remark: string): void {
    if (!after) return;
    const { adopt } = after.inputs;
    const id = typeof adopt === "string" ? adopt : urn;
    const characteristics = characteristicsAfter(after, (named) => this.connectorsNamed(named));
    const told = typeof adopt === "string" ? "taken over" : remark;
    if (typeof adopt === "string" && !this.before.has(id)) {
      this.notes.push(
        `${after.name} takes over ${id}; what access it has now is not known here, so all that it will have counts as ` +
          "opened.",
      );
    }
    this.after.set(id, { ...this.maker.make(after, id, characteristics), remark: told });
    this.idByUrn.set(urn, id);
  }

  private update({ before, after, urn }: PreviewStep): void {
    const id = before?.id ?? this.idByUrn.get(urn);
    if (!after || id === undefined) return;
    const characteristics = characteristicsAfter(after, (named) => this.connectorsNamed(named));
    const key = before ? this.maker.make(before, id, characteristics).key : undefined;
    const address = { ...this.maker.make(after, id, characteristics), ...(key && { key }) };
    const earlier = this.before.get(id);
    const isUnchanged = JSON.stringify(earlier) === JSON.stringify(address);
    if (!isUnchanged) this.after.set(id, address);
  }

  private delete({ before }: PreviewStep): void {
    const id = before?.id;
    if (id === undefined || before?.external) return;
    if (before?.retainOnDelete) {
      this.notes.push(
        `${before.name} leaves the stack, but its address ${id} stays at the service (retainOnDelete).`,
      );
      return;
    }
    const address = this.before.get(id);
    if (address) this.before.set(id, { ...address, remark: "deleted" });
    this.after.delete(id);
  }

  private read({ before, after, urn }: PreviewStep): void {
    const id = after?.id ?? before?.id;
    if (!after || id === undefined || this.before.has(id)) return;
    const properties = readBack(after, before);
    const address = this.maker.make(after, id, properties);
    // It is there already, whoever made it: only this stack did not know it.
    this.before.set(id, address);
    this.after.set(id, address);
    this.idByUrn.set(urn, id);
  }

  /** A create of what the state has: a refresh found that the address is gone. */
  private forgetDeletedOutside({ urn, after }: PreviewStep): void {
    const id = this.idByUrn.get(urn);
    if (id === undefined || !this.before.has(id)) return;
    this.before.delete(id);
    this.after.delete(id);
    this.notes.push(`${after?.name}: its address ${id} was deleted outside of Pulumi; a new one is created.`);
  }

  /** The ids of these resources if each of them may connect; undefined if one of them is not known here or listens. */
  private connectorsNamed(urns: readonly string[]): readonly string[] | undefined {
    const ids = urns.map((urn) => this.idByUrn.get(urn));
    const areConnectors = ids.every((id) => id !== undefined && this.after.get(id)?.action === "connect");
    return areConnectors ? (ids as string[]) : undefined;
  }
}
