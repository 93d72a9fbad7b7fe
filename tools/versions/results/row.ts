import type { TrialResult } from "../trials/run-trials";

/** What one combination came to: a row of the table. */
export interface Row {
  readonly node: string;
  readonly pulumi: string;
  /** The name of the form of its programs. */
  readonly form: string;
  readonly seconds: number;
  readonly trials: readonly TrialResult[];
}
