import type { SubjectName } from "../subjects/subject";
import { subjectNames } from "../subjects/subject";
import type { Measurement } from "../workload/measurement";
import type { Step } from "../workload/step";
import { median } from "./median";

/** What is measured, by name. */
export type Figure = Exclude<keyof Measurement, "subject" | "count" | "latencyMilliseconds" | "step">;

/** Where a figure is looked up. */
export interface Place {
  readonly subject: SubjectName;
  readonly count: number;
  readonly latencyMilliseconds: number;
  readonly step: Step;
}

/** Medians of measurements. */
export class Summary {
  readonly counts: readonly number[];
  readonly latenciesMilliseconds: readonly number[];
  readonly subjects: readonly SubjectName[];

  constructor(private readonly measurements: readonly Measurement[]) {
    this.counts = distinct(measurements.map(({ count }) => count));
    this.latenciesMilliseconds = distinct(measurements.map(({ latencyMilliseconds }) => latencyMilliseconds));
    this.subjects = subjectNames.filter((name) => measurements.some(({ subject }) => subject === name));
  }

  get largestCount(): number {
    return this.counts.at(-1) as number;
  }

  get largestLatency(): number {
    return this.latenciesMilliseconds.at(-1) as number;
  }

  /** The median of the rounds; undefined where nothing was measured. */
  figure(figure: Figure, place: Place): number | undefined {
    const values = this.measurements
      .filter(
        ({ subject, count, latencyMilliseconds, step }) =>
          subject === place.subject &&
          count === place.count &&
          latencyMilliseconds === place.latencyMilliseconds &&
          step === place.step,
      )
      .map((measurement) => measurement[figure])
      .filter((value) => value !== undefined);
    return values.length === 0 ? undefined : median(values);
  }

  /** The largest value that any measurement of a subject with so many addresses has, in any step. */
  largest(figure: Figure, subject: SubjectName, count: number): number | undefined {
    const values = this.measurements
      .filter((measurement) => measurement.subject === subject && measurement.count === count)
      .map((measurement) => measurement[figure])
      .filter((value) => value !== undefined);
    return values.length === 0 ? undefined : Math.max(...values);
  }
}

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)].sort((left, right) => left - right);
}
