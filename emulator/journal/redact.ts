const secretName = /password|secret|authorization|api-?key/i;

/** A copy of a JSON value in which every member that is named like a secret is blotted out. */
export function redact(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(redact);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      secretName.test(name) ? "(redacted)" : redact(member),
    ]),
  );
}
