/** A bag of properties as it goes over the wire. */
export type Bag = Readonly<Record<string, unknown>>;

/** What a preview has in the place of a value that is not known yet. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What a create or update came to: done, or a write took place and something after it failed. */
export interface Outcome {
  readonly id: string;
  readonly state: Bag;
  /** Set for a partial failure. */
  readonly failure?: string;
}

/** A call failed and left nothing to record. */
export class CallFailure extends Error {}

/** The run was killed: whatever the provider was doing, the engine records nothing more. */
export class Killed extends Error {}

/** The calls of an engine to a provider. Each may throw {@link CallFailure} or {@link Killed}. */
export interface ProviderCalls {
  check(name: string, oldInputs: Bag, newInputs: Bag): Promise<Bag>;
  diff(id: string, state: Bag, inputs: Bag): Promise<{ changes: boolean; replaces: readonly string[] }>;
  create(name: string, inputs: Bag): Promise<Outcome>;
  /** @returns undefined when the address is gone. */
  read(id: string, state: Bag): Promise<{ state: Bag; inputs: Bag } | undefined>;
  update(id: string, state: Bag, inputs: Bag): Promise<Outcome>;
  delete(id: string, state: Bag): Promise<void>;
}
