import type { ProgramForm } from "./program-form";
import type { Runtime } from "./runtime";

/** One row of the table: versions, and the form in which programs are written. */
export interface Combination {
  readonly runtime: Runtime;
  readonly form: ProgramForm;
}

export function nameOf({ runtime: { node, pulumi }, form }: Combination): string {
  return `Node.js ${node}, @pulumi/pulumi ${pulumi}, ${form.name}`;
}
