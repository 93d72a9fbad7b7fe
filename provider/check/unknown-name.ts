import { closest, distance } from "fastest-levenshtein";

/** The reason for an argument that does not exist, with the one that was probably meant. */
export function unknownNameFault(path: string, name: string, names: readonly string[]): string {
  const candidate = closest(name, names);
  const isNear =
    distance(name.toLowerCase(), candidate.toLowerCase()) <= Math.max(2, Math.floor(name.length / 3));
  return isNear
    ? `${path} is not an argument of a cloud address. Did you mean "${candidate}"?`
    : `${path} is not an argument of a cloud address. There are: ${names.join(", ")}.`;
}
