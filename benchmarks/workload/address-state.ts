/** What one address takes in the stored state. */
export interface AddressState {
  readonly bytes: number;
  /** The same without what makes it a dynamic resource. */
  readonly ordinaryBytes: number;
  readonly ratio: number;
}

interface StoredState {
  readonly checkpoint: { readonly latest: { readonly resources: readonly StoredResource[] } };
}

interface StoredResource {
  readonly type: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

/**
 * The size of an address in a state file, and what it would be for an ordinary resource: the same without the
 * `__provider` in its inputs and outputs. Both without blanks.
 *
 * @param state Text of a state file.
 */
export function addressStateOf(state: string): AddressState {
  const { resources } = (JSON.parse(state) as StoredState).checkpoint.latest;
  const address = resources.find(({ type }) => type.endsWith(":CloudAddress"));
  if (address === undefined) throw new Error("The state has no cloud address.");
  const bytes = JSON.stringify(address).length;
  const ordinaryBytes = JSON.stringify(address, (name, value: unknown) =>
    name === "__provider" ? undefined : value,
  ).length;
  return { bytes, ordinaryBytes, ratio: bytes / ordinaryBytes };
}
