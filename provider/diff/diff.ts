import type { CloudAddressInputs } from "../cloud-address/inputs";
import type { CloudAddressState } from "../cloud-address/state";
import { differenceOf } from "./difference";

/** The engine's question: is there anything to do, and does it need another address? */
export interface DiffResult {
  readonly changes: boolean;
  readonly replaces: readonly string[];
}

/**
 * Whether an update is due, and whether it is a replacement. A pure function: no request is sent, so that a preview
 * shows what the program declares against what the last run or refresh saw.
 */
export function diff(id: string, state: CloudAddressState, inputs: CloudAddressInputs): DiffResult {
  const { replaces, ...due } = differenceOf(id, state, inputs);
  return { changes: replaces.length > 0 || Object.values(due).includes(true), replaces };
}
