/**
 * When an address that was created, changed or reset becomes ready to use (rules 6, 42, 43).
 *
 * - `immediate`: at once.
 * - `polls`: after so many `ready` calls answered `pending`.
 * - `delay`: after so many milliseconds.
 * - `manual`: when `releaseReadiness` says so.
 */
export type Readiness =
  | { mode: "immediate" }
  | { mode: "polls"; polls: number }
  | { mode: "delay"; milliseconds: number }
  | { mode: "manual" };

/** What a pending address waits for. It is kept in the data file, so a restart does not lose it. */
export type Pending =
  { until: "polls"; left: number } | { until: "time"; time: number } | { until: "release" };

/** What a write at `now` (milliseconds) makes an address wait for; undefined = ready at once. */
export function pendingAfterWrite(readiness: Readiness, now: number): Pending | undefined {
  switch (readiness.mode) {
    case "immediate":
      return undefined;
    case "polls":
      return readiness.polls > 0 ? { until: "polls", left: readiness.polls } : undefined;
    case "delay":
      return readiness.milliseconds > 0 ? { until: "time", time: now + readiness.milliseconds } : undefined;
    case "manual":
      return { until: "release" };
  }
}
