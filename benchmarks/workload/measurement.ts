import type { Counted } from "../service/service";
import type { SubjectName } from "../subjects/subject";
import type { Step } from "./step";

/** One step of one subject, once. */
export interface Measurement extends Counted {
  readonly subject: SubjectName;
  /** How many addresses there are. */
  readonly count: number;
  /** The service's pause before each answer. */
  readonly latencyMilliseconds: number;
  readonly step: Step;
  readonly seconds: number;
  /** Processor time of all processes. */
  readonly cpuSeconds: number;
  /** Peak resident memory, in bytes; undefined where there is no such process, or no /proc to read it from. */
  readonly programMemory: number | undefined;
  readonly providerMemory: number | undefined;
  /** Size of the stored state after the step; undefined for what keeps none. */
  readonly stateBytes: number | undefined;
}
