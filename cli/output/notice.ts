import type { Surroundings } from "../command/surroundings";
import { styler } from "./colour";

/** Says something that is not the result, on standard error. */
export function note({ errors }: Pick<Surroundings, "errors">, message: string): void {
  errors.write(`${message}\n`);
}

/** Says something that the reader should know before relying on the result, on standard error. */
export function warn(
  { errors, environment }: Pick<Surroundings, "errors" | "environment">,
  message: string,
): void {
  errors.write(`${styler(errors, environment)("yellow", "warning:")} ${message}\n`);
}
