import type { Characteristics } from "../addresses/characteristics";
import type { Quirks } from "../quirks/quirks";

/** A request body whose members have the right JSON types. */
export interface ShapedBody {
  /** Only of a PUT. */
  cloudAddress?: string;
  characteristics: Characteristics;
}

/** Thrown where a body has a JSON type that no error code speaks of: a 400 without a code (A10, A12, A14, A23). */
export class ShapeError extends Error {
  override name = "ShapeError" as const;
}

type Members = Readonly<Record<string, unknown>>;

/**
 * Reads the members of a create or change body.
 *
 * @param withAddress whether `cloudAddress` is mandatory, as in a change (rule 49)
 * @throws {ShapeError} on the first member of a wrong type
 */
export function readShape(body: unknown, withAddress: boolean, quirks: Quirks): ShapedBody {
  const members = readObject(body, "the body (A27)");
  const known = ["allowedActions", "groups", "accessControl", ...(withAddress ? ["cloudAddress"] : [])];
  rejectUnknown(members, known, quirks);

  const characteristics: Characteristics = { allowedActions: readActions(members["allowedActions"]) };
  const groups = readOptional(members["groups"], quirks, (value) => readNames(value, "groups"));
  if (groups !== undefined) {
    characteristics.groups = groups;
  }
  const accessControl = readOptional(members["accessControl"], quirks, (value) =>
    readAccessControl(value, quirks),
  );
  if (accessControl !== undefined) {
    characteristics.accessControl = accessControl;
  }
  if (!withAddress) {
    return { characteristics };
  }
  if (typeof members["cloudAddress"] !== "string") {
    throw new ShapeError("A8: cloudAddress is missing or not a string");
  }
  return { cloudAddress: members["cloudAddress"], characteristics };
}

function readAccessControl(value: unknown, quirks: Quirks): NonNullable<Characteristics["accessControl"]> {
  const members = readObject(value, "accessControl (A10)");
  rejectUnknown(members, ["groups", "cloudAddresses"], quirks);
  const groups = readOptional(members["groups"], quirks, (list) => readNames(list, "accessControl.groups"));
  const cloudAddresses = readOptional(members["cloudAddresses"], quirks, (list) =>
    readNames(list, "accessControl.cloudAddresses"),
  );
  return { ...(groups && { groups }), ...(cloudAddresses && { cloudAddresses }) };
}

/** Entries of another type are left to error code 1003: they are no action either. */
function readActions(value: unknown): string[] {
  if (!Array.isArray(value)) {
    throw new ShapeError("A12: allowedActions is missing or not a list");
  }
  return value.map((entry) => (typeof entry === "string" ? entry : `(${typeof entry})`));
}

function readNames(value: unknown, name: string): string[] {
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === "string")) {
    throw new ShapeError(`rule 4: ${name} is not a list of strings`);
  }
  return value;
}

function readOptional<Value>(
  value: unknown,
  quirks: Quirks,
  read: (value: unknown) => Value,
): Value | undefined {
  return value === undefined || (value === null && quirks.nullMeansAbsent) ? undefined : read(value);
}

function readObject(value: unknown, name: string): Members {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ShapeError(`${name} is not an object`);
  }
  return value as Members;
}

function rejectUnknown(members: Members, known: readonly string[], quirks: Quirks): void {
  if (quirks.rejectUnknownMembers && Object.keys(members).some((name) => !known.includes(name))) {
    throw new ShapeError("A23: the body has an unknown member");
  }
}
