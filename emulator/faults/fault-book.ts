import type { Route } from "../wire/route";
import type { Fault, FaultAccount, FaultPlan } from "./fault-plan";

interface Entry {
  readonly id: string;
  readonly plan: FaultPlan;
  toSkip: number;
  fired: number;
  readonly requests: number[];
}

/** The fault plans and what has become of each. */
export class FaultBook {
  #entries: Entry[] = [];
  #lastId = 0;

  /** Adds plans behind those that there are, and returns their ids. */
  plan(plans: readonly FaultPlan[]): string[] {
    return plans.map((plan) => {
      this.#lastId += 1;
      const id = `fault-${this.#lastId}`;
      this.#entries.push({ id, plan: structuredClone(plan), toSkip: plan.skip ?? 0, fired: 0, requests: [] });
      return id;
    });
  }

  /** The fault that befalls a request: that of the first plan that matches and is not used up. */
  take(method: string, route: Route, sequence: number): { id: string; fault: Fault } | undefined {
    for (const entry of this.#entries) {
      if (entry.fired >= timesOf(entry.plan) || !matches(entry.plan, method, route)) {
        continue;
      }
      if (entry.toSkip > 0) {
        entry.toSkip -= 1;
        continue;
      }
      entry.fired += 1;
      entry.requests.push(sequence);
      return { id: entry.id, fault: entry.plan.fault };
    }
    return undefined;
  }

  accounts(): FaultAccount[] {
    return this.#entries.map(({ id, plan, fired, requests }) => ({
      id,
      plan: structuredClone(plan),
      planned: plan.times ?? 1,
      fired,
      completed: plan.times === "forever" ? fired > 0 : fired >= timesOf(plan),
      requests: [...requests],
    }));
  }

  clear(): void {
    this.#entries = [];
  }
}

function timesOf({ times = 1 }: FaultPlan): number {
  return times === "forever" ? Infinity : times;
}

function matches(plan: FaultPlan, method: string, route: Route): boolean {
  return (
    (plan.operation === undefined || plan.operation === route.operation) &&
    (plan.method === undefined || plan.method.toUpperCase() === method) &&
    (plan.cloudAddress === undefined || plan.cloudAddress === route.cloudAddress)
  );
}
