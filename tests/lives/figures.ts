import { meansOfInterruption, strikableOperations, type Means, type StrikableOperation } from "./life/life";

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

/** How often a run was interrupted by some means in the middle of some operation. */
export type Strike = `${Means} in ${StrikableOperation}`;

/** The same under the real engine, where a run is interrupted in several ways. */
export type EngineFigures = Figures &
  Record<
    | Strike
    | "interruptions planned"
    | "states exported and imported"
    | "audits"
    | "addresses left to an audit",
    number
  >;

export function noEngineFigures(): EngineFigures {
  return {
    ...noFigures(),
    "interruptions planned": 0,
    ...noStrikes(),
    "states exported and imported": 0,
    audits: 0,
    "addresses left to an audit": 0,
  };
}

export function strikeOf(means: Means, operation: StrikableOperation): Strike {
  return `${means} in ${operation}`;
}

export function isStrike(name: string): name is Strike {
  return name in noStrikes();
}

function noStrikes(): Record<Strike, number> {
  const all = strikableOperations.flatMap((operation) =>
    meansOfInterruption.map((means) => [strikeOf(means, operation), 0]),
  );
  return Object.fromEntries(all) as Record<Strike, number>;
}
