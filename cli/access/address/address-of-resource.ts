import type { AccessAddress } from "../../../access/world/address";
import type { CloudAddressResource } from "../../stack/cloud-address-resource";
import { parseUrn } from "../../stack/urn";
import { ApiKeys } from "./api-keys";
import type { AccessCharacteristics } from "./characteristics";
import { accessCharacteristics } from "./characteristics";

/** Makes addresses of the analysis from resources of one or several stacks. */
export class AddressMaker {
  private readonly keys: ApiKeys;
  private readonly stackCount: number;

  /** @param resources All that are looked at: an API key or a short name can be told only from all of them. */
  constructor(resources: readonly CloudAddressResource[]) {
    this.keys = new ApiKeys(resources);
    this.stackCount = new Set(resources.map(stackOf)).size;
  }

  /**
   * An address as a state has it. The outputs count, which are what the service has; where they are not there yet, the
   * inputs. Undefined if the address does not exist: it was deleted to be replaced, or is only being created.
   */
  existing(resource: CloudAddressResource): AccessAddress | undefined {
    if (resource.id === undefined || resource.pendingReplacement) return undefined;
    const properties = resource.outputs.action === undefined ? resource.inputs : resource.outputs;
    return this.make(resource, resource.id, accessCharacteristics(properties));
  }

  /** An address of a resource under an id, with given characteristics. */
  make(resource: CloudAddressResource, id: string, characteristics: AccessCharacteristics): AccessAddress {
    return {
      id,
      name: resource.name,
      collection: this.collectionOf(resource),
      key: this.keys.of(resource),
      ...characteristics,
    };
  }

  /** By its component, `fleet-eu`, people know an address; if it has none, by its stack, `acme/production`. */
  private collectionOf(resource: CloudAddressResource): string {
    const stack = stackOf(resource);
    const parent = resource.parent === undefined ? undefined : parseUrn(resource.parent);
    if (!parent || parent.type === "pulumi:pulumi:Stack") return stack;
    return this.stackCount > 1 ? `${parent.name} in ${stack}` : parent.name;
  }
}

function stackOf({ project, stack }: CloudAddressResource): string {
  return `${project}/${stack}`;
}
