import type { Reason } from "./reasons";

/**
 * All connectors that one listener admits. The arrays go together: at each place a connector's position in the world,
 * and the number of the set of reasons why it is admitted. Positions ascend.
 */
export interface AdmissionRow {
  readonly connectors: Uint32Array;
  /** Equal sets have equal numbers, within this row. */
  readonly reasons: Uint32Array;
  /** 1 where the connector is admitted for certain, 0 where it depends on something that is not known. */
  readonly certain: Uint8Array;
  /** The set of reasons of a number, always the same object. */
  reasonsOf(number: number): readonly Reason[];
}
