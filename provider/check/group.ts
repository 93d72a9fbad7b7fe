import { reasonWithCode } from "./fault";

/** Characters that a group name may have at most (rule 18). The documentation does not say of which kind (A15). */
export const maximumGroupLength = 256;

/** What is wrong with a group name: no text, empty, or more than 256 code points (rule 28, error 1006). */
export function groupFault(group: unknown): string | undefined {
  if (typeof group !== "string") return "must be a text.";
  if (!group.isWellFormed()) return "is not valid Unicode: it has half of a surrogate pair.";
  if (group === "") return reasonWithCode(1006, "is an empty group name");
  const length = [...group].length;
  if (length <= maximumGroupLength) return undefined;
  return reasonWithCode(
    1006,
    `is a group name of ${length} characters, at most ${maximumGroupLength} are allowed`,
  );
}
