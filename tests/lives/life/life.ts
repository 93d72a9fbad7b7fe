import type { FaultPlan, Readiness } from "../../../emulator";

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

/** The operations in the middle of which a run may be interrupted. */
export const strikableOperations = ["create", "change", "reset", "delete", "ready", "details"] as const;

export type StrikableOperation = (typeof strikableOperations)[number];

/** The ways of interrupting a run; see {@link Interruption.means}. */
export const meansOfInterruption = ["kill run", "kill command", "kill provider", "interrupt"] as const;

export type Means = (typeof meansOfInterruption)[number];

/** What goes wrong during one run of the engine. */
export interface Trouble {
  readonly faults?: readonly FaultPlan[];
  /** The run is killed at its n-th request (from 0): before the service has carried it out, or after. */
  readonly kill?: { readonly request: number; readonly carriedOut: boolean };
  /** The same for the real engine, where processes can be killed. */
  readonly interruption?: Interruption;
}

/** A run of the real engine is interrupted when the service has a certain request. */
export interface Interruption {
  /** It is one for the first of these operations that the run has something to do with. */
  readonly operations: readonly StrikableOperation[];
  /** Which of those requests, from 0; counted on from the first when there are fewer. */
  readonly request: number;
  /** Whether the service has carried it out by then. */
  readonly carriedOut: boolean;
  /**
   * `kill run`: SIGKILL for the command line and all that it started, as when a CI job dies. `kill command`: for the
   * command line alone, so that the others go on a while. `kill provider`: for the provider's process alone. `interrupt`:
   * one SIGINT, as Ctrl-C, after which nothing may be lost.
   */
  readonly means: Means;
}

/** A resource of the program is declared otherwise, or no more. */
export interface Edit {
  readonly kind: "edit";
  readonly name: Name;
  readonly declaration?: Declaration;
}

/** One thing that happens in a life. */
export type Happening =
  | Edit
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

/** A program after an edit. */
export function edited(program: Program, { name, declaration }: Edit): Program {
  const { [name]: _earlier, ...others } = program;
  return declaration === undefined ? others : { ...others, [name]: declaration };
}
