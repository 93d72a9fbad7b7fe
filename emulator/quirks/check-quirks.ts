import { defaultQuirks, type Quirks } from "./quirks";

/** The values that a switch with a fixed choice takes. */
export const quirkChoices: { readonly [Name in keyof Quirks]?: readonly Quirks[Name][] } = {
  etag: ["quoted", "bare", "weak", "opaque", "none"],
  errorBodies: ["empty", "json", "html"],
  groupNameUnit: ["codePoints", "bytes", "utf16Units"],
  nextLink: ["absolute", "relative", "withPrevious", "unquotedRelation", "foreignHost"],
  writesWhilePending: ["allow", "serviceUnavailable", "conflict"],
};

/** Every fault of a set of switches, as sentences; none means that it may be applied. */
export function checkQuirks(quirks: unknown): string[] {
  if (typeof quirks !== "object" || quirks === null || Array.isArray(quirks)) {
    return ['quirks must be an object of switches, for example { etag: "weak" }.'];
  }
  return Object.entries(quirks).flatMap(([name, value]) => {
    if (!Object.hasOwn(defaultQuirks, name)) {
      return [
        `quirks has no switch ${JSON.stringify(name)}. It has: ${Object.keys(defaultQuirks).join(", ")}.`,
      ];
    }
    const problem = checkQuirk(name as keyof Quirks, value);
    return problem === undefined ? [] : [`quirks.${name} must be ${problem}, not ${JSON.stringify(value)}.`];
  });
}

function checkQuirk(name: keyof Quirks, value: unknown): string | undefined {
  const choices: readonly unknown[] | undefined = quirkChoices[name];
  if (choices !== undefined) {
    return choices.includes(value)
      ? undefined
      : `one of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}`;
  }
  const expected = typeof defaultQuirks[name];
  if (expected === "number") {
    return typeof value === "number" && Number.isFinite(value) && value >= 0 ? undefined : "a number from 0";
  }
  if (expected === "string") {
    return typeof value === "string" && value !== "" ? undefined : "a non-empty string";
  }
  return typeof value === "boolean" ? undefined : "true or false";
}
