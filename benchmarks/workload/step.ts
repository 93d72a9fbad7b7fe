/** One thing that is done to all addresses, in this order. */
export const steps = [
  "create",
  "no-op preview",
  "no-op up",
  "refresh",
  "change one field",
  "rotate passwords",
  "destroy",
] as const;

export type Step = (typeof steps)[number];

/** The requests that an address needs in a step, at least. */
export const leastRequests: Readonly<Record<Step, number>> = {
  create: 3,
  "no-op preview": 0,
  "no-op up": 0,
  refresh: 1,
  "change one field": 3,
  "rotate passwords": 3,
  destroy: 1,
};

/** What the addresses are to be like after a step. */
export interface Wanted {
  readonly group: string;
  readonly passwordVersion: string;
}

/** What the addresses are to be like after the step and until the next one says something else. */
export function wantedAfter(step: Step): Wanted {
  const index = steps.indexOf(step);
  return {
    group: index < steps.indexOf("change one field") ? "support" : "service",
    passwordVersion: index < steps.indexOf("rotate passwords") ? "1" : "2",
  };
}
