import type { Name, Program, Trouble } from "../life/life";
import type { Bag } from "./provider-calls";

/** One resource of the state, passwords in the clear. */
export interface Resource {
  readonly name: Name;
  readonly id: string;
  readonly inputs: Bag;
  readonly outputs: Bag;
  /** Why it is only half made; the next `up` updates it whatever `diff` says. A refresh forgets it. */
  readonly initError?: string;
}

/** What one run came to. */
export interface Run {
  /** `create first`, `update second`, `replace third`, ..., the failed ones included. */
  readonly steps: readonly string[];
  /** Why the run failed; undefined if it did not. */
  readonly failure?: string;
  readonly killed: boolean;
  /** How many requests the service got. */
  readonly requests: number;
}

/** What is run. */
export interface Order {
  readonly command: "up" | "refresh" | "destroy" | "preview";
  /** Whether an `up` refreshes first. */
  readonly refresh: boolean;
  readonly program: Program;
  readonly trouble: Trouble;
}

/** An engine with a state and with a watch on all that its provider does. */
export interface LivingEngine {
  readonly resources: ReadonlyMap<Name, Resource>;
  /** Replaced addresses that are still to be deleted. */
  readonly replaced: readonly Resource[];
  /** @throws when something happened that must not happen. */
  run(order: Order): Promise<Run>;
}
