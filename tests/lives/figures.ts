import type { Interruption } from "./life/life";

/** How often each thing happened in many lives. */
export type Figures = Record<
  | "lives"
  | "runs of the engine"
  | "runs that failed"
  | "runs that were killed"
  | "requests"
  | "requests with a fault"
  | "creates"
  | "updates"
  | "replacements"
  | "deletions"
  | "writes by somebody else",
  number
>;

export function noFigures(): Figures {
  return {
    lives: 0,
    "runs of the engine": 0,
    "runs that failed": 0,
    "runs that were killed": 0,
    requests: 0,
    "requests with a fault": 0,
    creates: 0,
    updates: 0,
    replacements: 0,
    deletions: 0,
    "writes by somebody else": 0,
  };
}

/** The same under the real engine, where a run is interrupted in several ways. */
export type EngineFigures = Figures &
  Record<Interruption["means"] | "states exported and imported" | "addresses left to an audit", number>;

export function noEngineFigures(): EngineFigures {
  return {
    ...noFigures(),
    "kill run": 0,
    "kill command": 0,
    "kill provider": 0,
    interrupt: 0,
    "states exported and imported": 0,
    "addresses left to an audit": 0,
  };
}
