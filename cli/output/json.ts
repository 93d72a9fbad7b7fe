/** A value as a person and a program can read it, with the line end that belongs to a text. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/**
 * The texts of one JSON object whose members are long arrays, one element on each line, made while they are read:
 * `{"listeners":[\n{...},\n{...}\n]}`.
 * @param members The arrays by name; their elements are JSON texts already.
 */
export function* jsonArraysText(members: Record<string, Iterable<string>>): Generator<string> {
  let separator = "{";
  for (const [name, elements] of Object.entries(members)) {
    yield `${separator}${JSON.stringify(name)}:[`;
    let comma = "\n";
    for (const element of elements) {
      yield comma;
      yield element;
      comma = ",\n";
    }
    yield comma === "\n" ? "]" : "\n]";
    separator = ",\n";
  }
  yield "}\n";
}
