/** What a member of an object must be, in words, and whether a value is that. */
export interface Field {
  readonly must: string;
  readonly optional: boolean;
  accepts(value: unknown): boolean;
}

export function required(must: string, accepts: (value: unknown) => boolean): Field {
  return { must, optional: false, accepts };
}

export function optional(field: Field): Field {
  return { ...field, optional: true };
}

export const text = required("a string", (value) => typeof value === "string");
export const flag = required("true or false", (value) => typeof value === "boolean");
export const count = required(
  "a whole number from 0",
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
);
export const positive = required(
  "a whole number from 1",
  (value) => Number.isSafeInteger(value) && Number(value) >= 1,
);
export const duration = required(
  "a number of milliseconds from 0 to 2147483647",
  (value) => typeof value === "number" && value >= 0 && value <= 2_147_483_647,
);
export const texts = required(
  "a list of strings",
  (value) => Array.isArray(value) && value.every((entry) => typeof entry === "string"),
);

export function oneOf(...choices: readonly unknown[]): Field {
  const must = `one of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}`;
  return required(must, (value) => choices.includes(value));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every fault of an object's members, unknown ones included. `name` says where the object is. */
export function checkFields(name: string, value: unknown, fields: Readonly<Record<string, Field>>): string[] {
  if (!isObject(value)) {
    return [`${name} must be an object.`];
  }
  const unknown = Object.keys(value)
    .filter((member) => !Object.hasOwn(fields, member))
    .map(
      (member) =>
        `${name} has no member ${JSON.stringify(member)}. It has: ${Object.keys(fields).join(", ")}.`,
    );
  const wrong = Object.entries(fields)
    .filter(([member, field]) =>
      value[member] === undefined ? !field.optional : !field.accepts(value[member]),
    )
    .map(([member, field]) => `${name}.${member} must be ${field.must}.`);
  return [...unknown, ...wrong];
}
