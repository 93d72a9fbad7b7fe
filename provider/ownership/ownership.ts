import type { Characteristics } from "../../client";
import { characteristicsOf } from "../cloud-address/characteristics";
import type { CloudAddressInputs } from "../cloud-address/inputs";
import type { CloudAddressState } from "../cloud-address/state";
import type { AddressClient } from "../session/address-client";
import { canBeMarked, markerOf } from "./marker";
import type { MarkedAddresses } from "./marked-addresses";
import { markingClient } from "./marking-client";

/**
 * The ownership marker of one resource: what its writes carry, and the way to an address that an earlier, interrupted
 * run made for it.
 */
export class Ownership {
  constructor(
    private readonly ownershipGroup: string,
    private readonly owner: string,
    private readonly addresses: MarkedAddresses,
    /**
     * Whether the state did not have the resource before; otherwise an address with its marker is the one that it has.
     * Asked as late as possible, for a process comes to know the state resource by resource.
     */
    private readonly isNew: () => boolean,
  ) {}

  /** The marker that these characteristics carry; undefined for an open listener. */
  markerFor = (characteristics: Characteristics): string | undefined =>
    canBeMarked(characteristics)
      ? markerOf(this.ownershipGroup, characteristics.action, this.owner)
      : undefined;

  /** A client that writes this marker, and hides it and the one that the state records. */
  client(client: AddressClient, recorded: string | undefined): AddressClient {
    const own = (["connect", "listen"] as const).map((action) =>
      markerOf(this.ownershipGroup, action, this.owner),
    );
    return markingClient(client, this.markerFor, recorded === undefined ? own : [...own, recorded]);
  }

  /** The address that an interrupted run made for this resource, if there is one. */
  async orphan(inputs: CloudAddressInputs): Promise<string | undefined> {
    const marker = this.markerFor(characteristicsOf(inputs));
    if (marker === undefined) return undefined;
    await this.addresses.scanned();
    if (this.isNew()) return this.addresses.take(marker);
    this.addresses.claimAll(marker);
    return undefined;
  }

  /** Whether an address with these inputs carries the marker, so that a run finds what an earlier one has made. */
  canRecover(inputs: CloudAddressInputs): boolean {
    return canBeMarked(characteristicsOf(inputs));
  }

  /** The address that a create of this resource made whose answer was lost, if there is one. */
  async lost(inputs: CloudAddressInputs): Promise<string | undefined> {
    const marker = this.markerFor(characteristicsOf(inputs));
    return marker === undefined ? undefined : this.addresses.findNew(marker);
  }

  /** Notes that the resource has an address. */
  claim(state: CloudAddressState): void {
    this.addresses.claim(state.cloudAddress);
  }
}
