const secretName = /password|secret|authorization|api[-_]?key/i;

/** Bodies of the API have three levels. What is deeper could exhaust the stack of everything that reads it. */
const deepestLevel = 32;

/** A copy of a JSON value in which members that are named like a secret, and what is too deep, are blotted out. */
export function redact(value: unknown, level = 0): unknown {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (level === deepestLevel) {
    return "(too deep)";
  }
  if (Array.isArray(value)) {
    return value.map((entry) => redact(entry, level + 1));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      secretName.test(name) ? "(redacted)" : redact(member, level + 1),
    ]),
  );
}
