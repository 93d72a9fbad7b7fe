import type { Step } from "../workload/step";

export const subjectNames = [
  "ours",
  "floor",
  "naive",
  "bare calls",
  "OpenTofu",
  "OpenTofu -refresh=false",
] as const;

/** Who does the work, in the order of the tables. */
export type SubjectName = (typeof subjectNames)[number];

/** What a step took. */
export interface Usage {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly programMemory: number | undefined;
  readonly providerMemory: number | undefined;
  readonly stateBytes: number | undefined;
}

/** Something that does all steps to a number of addresses. It has no addresses at the start. */
export interface Subject {
  readonly name: SubjectName;
  run(step: Step): Promise<Usage>;
  /** Removes its files. */
  dispose(): Promise<void>;
}

/** Requests, or operations of the engine, that are under way at the same time, for every subject. */
export const parallel = 16;
