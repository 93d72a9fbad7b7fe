/** What came out of a stage. A stage that is no test layer counts as one. */
export interface Outcome {
  passed: number;
  failed: number;
  /** The names of what failed, for the summary. */
  faults: string[];
  /** The slowest tests of a layer. */
  slowest?: TimedTest[];
}

export interface TimedTest {
  title: string;
  milliseconds: number;
}

/** One step of the gate. */
export interface Stage {
  readonly name: string;
  /** Names of stages that must have ended before this one starts, however they ended. */
  readonly after: readonly string[];
  /** The stage without whose success this one is not run at all. */
  readonly needs?: string;
  /** Whether it is run beside whatever else runs, from the start. */
  readonly background?: boolean;
  /** Never throws for a fault that it is there to find. */
  run(print: (text: string) => void, signal: AbortSignal): Promise<Outcome>;
}
