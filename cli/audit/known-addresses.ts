import type { CloudAddressResource, PendingOperation, StackState } from "../stack/cloud-address-resource";
import { ownershipGroupOf } from "../ownership/marker";

/** A cloud address that a given state has. */
export interface KnownAddress {
  readonly cloudAddress: string;
  readonly resource: CloudAddressResource;
  /** What a run was doing with it when it broke off: `updating`, `deleting`, ... */
  readonly interruptedWhile?: PendingOperation["type"];
}

/** All that the given states say of cloud addresses. */
export class KnownAddresses {
  readonly #byAddress = new Map<string, KnownAddress>();
  readonly #byOwner = new Map<string, CloudAddressResource>();
  readonly #accounts = new Set<string | undefined>();
  /** Creates of runs that broke off: whether they made an address is not in the state. */
  readonly interruptedCreates: readonly CloudAddressResource[];
  /** The ownership groups that these stacks mark their addresses with. */
  readonly ownershipGroups: ReadonlySet<string>;

  /** @param ownershipGroup The one that the environment configures. */
  constructor(states: readonly StackState[], ownershipGroup?: string) {
    const pending = states.flatMap(({ pendingOperations }) => pendingOperations);
    const resources = states.flatMap((state) => state.resources);
    const owners = [...resources].sort((left, right) => authority(right) - authority(left));
    for (const resource of owners) this.#add(resource);
    for (const { type, resource } of pending) this.#add(resource, type);
    this.interruptedCreates = pending.map(({ resource }) => resource).filter(({ id }) => id === undefined);
    for (const resource of [...resources, ...this.interruptedCreates]) {
      this.#accounts.add(resource.account);
      if (resource.owner !== undefined) this.#byOwner.set(resource.owner, resource);
    }
    this.ownershipGroups = new Set(
      [ownershipGroup, ...resources.map(ownershipGroupOf)].filter((group) => group !== undefined),
    );
  }

  get(cloudAddress: string): KnownAddress | undefined {
    return this.#byAddress.get(cloudAddress);
  }

  all(): Iterable<KnownAddress> {
    return this.#byAddress.values();
  }

  /** The resource that an ownership marker speaks of; there is no other with that owner in any stack. */
  ownedBy(owner: string): CloudAddressResource | undefined {
    return this.#byOwner.get(owner);
  }

  /** The accounts that the resources belong to; undefined = the default one. */
  accounts(): ReadonlySet<string | undefined> {
    return this.#accounts;
  }

  #add(resource: CloudAddressResource, interruptedWhile?: PendingOperation["type"]): void {
    const { id: cloudAddress } = resource;
    if (cloudAddress === undefined) return;
    const known = this.#byAddress.get(cloudAddress) ?? { cloudAddress, resource };
    this.#byAddress.set(cloudAddress, {
      ...known,
      ...(interruptedWhile !== undefined && { interruptedWhile }),
    });
  }
}

/** Which of several resources tells what the address should be: the one that manages it and goes on doing so. */
function authority({ external, pendingDeletion, pendingReplacement }: CloudAddressResource): number {
  if (external) return 1;
  return pendingDeletion || pendingReplacement ? 0 : 2;
}
