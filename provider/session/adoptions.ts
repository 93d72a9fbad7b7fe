import type { CloudAddressState } from "../cloud-address/state";

/**
 * Addresses that resources adopted in this process. The engine knows resources, not addresses: when a resource is
 * renamed in the program and the new one adopts the old one's address, the engine then deletes the old one, and with
 * it the address that has just been taken over.
 */
export class Adoptions {
  readonly #managed = new Set<string>();
  readonly #adopted = new Set<string>();
  readonly #declared = new Set<string>();

  /** Notes that a resource of the stack has an address already. */
  managed(cloudAddress: string): void {
    this.#managed.add(cloudAddress);
  }

  /**
   * Notes that a resource takes over an address; from here on no other can, and none can delete it.
   *
   * @throws when a resource of the stack has the address already.
   */
  adopt(cloudAddress: string): void {
    this.refuseToAdopt(cloudAddress);
    this.#adopted.add(cloudAddress);
  }

  /** Notes that an address was not taken over after all. */
  release(cloudAddress: string): void {
    this.#adopted.delete(cloudAddress);
  }

  /** @throws when a resource of the stack has the address that is to be adopted. */
  refuseToAdopt(cloudAddress: string): void {
    if (!this.#managed.has(cloudAddress) && !this.#adopted.has(cloudAddress)) return;
    throw new Error(
      `Cloud address "${cloudAddress}" cannot be adopted: a resource of this stack manages it already, and nothing was ` +
        'changed. If a resource was renamed, give it "aliases" instead of "adopt"; if its action or account changed, remove ' +
        '"adopt".',
    );
  }

  /** Notes that a resource of the program names an address as the one that it has taken over. */
  declared(cloudAddress: string): void {
    this.#declared.add(cloudAddress);
  }

  /** @throws when another resource has taken over the address that is to be deleted. */
  refuseToDelete(state: CloudAddressState): void {
    const { cloudAddress } = state;
    const isTaken =
      this.#adopted.has(cloudAddress) || (this.#declared.has(cloudAddress) && state.adopt !== cloudAddress);
    if (!isTaken) return;
    throw new Error(
      `Cloud address "${cloudAddress}" was not deleted: another resource of this program adopts it. If a resource was ` +
        'renamed, give it "aliases" instead of "adopt"; otherwise remove the old resource with "pulumi state delete".',
    );
  }
}
