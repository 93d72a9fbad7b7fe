import { checkFields, count, duration, isObject, oneOf, type Field } from "../input/field";
import type { Readiness } from "./readiness";

const fieldsByMode: Readonly<Record<Readiness["mode"], Readonly<Record<string, Field>>>> = {
  immediate: {},
  polls: { polls: count },
  delay: { milliseconds: duration },
  manual: {},
};

/** Every fault of a readiness mode, as sentences. */
export function checkReadiness(readiness: unknown): string[] {
  const modes = Object.keys(fieldsByMode);
  const mode = isObject(readiness) ? readiness["mode"] : undefined;
  const fields = modes.includes(mode as string) ? fieldsByMode[mode as Readiness["mode"]] : undefined;
  return fields === undefined
    ? [`readiness.mode must be ${oneOf(...modes).must}.`]
    : checkFields("readiness", readiness, { mode: oneOf(...modes), ...fields });
}
