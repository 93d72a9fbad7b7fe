import type { FaultPlan, OperationName, Readiness } from "../../../emulator";

/** The resources that a program of a life may have, in its order; one may refer to those before it. */
export const names = ["first", "second", "third", "fourth"] as const;

export type Name = (typeof names)[number];

/** What a program declares of one resource. */
export interface Declaration {
  readonly action: "connect" | "listen";
  /** Of a connect address. */
  readonly groups?: readonly string[];
  /** Of a listen address; omitted = open. */
  readonly accessControl?: { readonly groups?: readonly string[]; readonly resources?: readonly Name[] };
  readonly passwordVersion?: string | number;
  readonly onExternalChange?: "ignore" | "resetPassword";
  readonly readyTimeoutSeconds?: number;
  readonly account?: "other";
}

export type Program = { readonly [Key in Name]?: Declaration };

/** What goes wrong during one run of the engine. */
export interface Trouble {
  readonly faults?: readonly FaultPlan[];
  /** The run is killed at its n-th request (from 0): before the service has carried it out, or after. */
  readonly kill?: { readonly request: number; readonly carriedOut: boolean };
  /** The same for the real engine, where processes can be killed. */
  readonly interruption?: Interruption;
}

/** A run of the real engine is interrupted when the service has the n-th request (from 0) of an operation. */
export interface Interruption {
  readonly operation: OperationName;
  readonly request: number;
  /** Whether the service has carried it out by then. */
  readonly carriedOut: boolean;
  /**
   * `kill run`: SIGKILL for the command line and all that it started, as when a CI job dies. `kill command`: for the
   * command line alone, so that the others go on a while. `kill provider`: for the provider's process alone. `interrupt`:
   * one SIGINT, as Ctrl-C, after which nothing may be lost.
   */
  readonly means: "kill run" | "kill command" | "kill provider" | "interrupt";
}

/** One thing that happens in a life. */
export type Happening =
  | { readonly kind: "edit"; readonly name: Name; readonly declaration?: Declaration }
  | { readonly kind: "up"; readonly refresh: boolean; readonly trouble: Trouble }
  | { readonly kind: "refresh"; readonly trouble: Trouble }
  | { readonly kind: "destroy"; readonly trouble: Trouble }
  | { readonly kind: "preview" }
  | { readonly kind: "foreign edit"; readonly name: Name; readonly groups: readonly string[] }
  | { readonly kind: "foreign reset"; readonly name: Name }
  | { readonly kind: "foreign delete"; readonly name: Name }
  | { readonly kind: "readiness"; readonly readiness: Readiness };

/** What happens to the addresses of one program, from its first version to a calm end. */
export interface Life {
  /** Whether ownership markers are configured. */
  readonly markers: boolean;
  readonly program: Program;
  readonly happenings: readonly Happening[];
}
