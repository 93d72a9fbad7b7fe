import { checkFields, count, duration, flag, oneOf, optional, required, type Field } from "../input/field";
import { defaultQuirks, type Quirks } from "./quirks";

/** Switches that are not simply on or off. */
const special: { readonly [Name in keyof Quirks]?: Field } = {
  etag: oneOf("quoted", "bare", "weak", "opaque", "none"),
  errorBodies: oneOf("empty", "json", "html"),
  groupNameUnit: oneOf("codePoints", "bytes", "utf16Units"),
  nextLink: oneOf("absolute", "relative", "withPrevious", "unquotedRelation", "foreignHost"),
  stalePolls: count,
  notFoundAfterCreateMilliseconds: duration,
  writesWhilePending: oneOf("allow", "serviceUnavailable", "conflict"),
  deletedVisibleMilliseconds: duration,
  pendingValue: required(
    "a string other than none",
    (value) => typeof value === "string" && value !== "none",
  ),
  requestsPerSecond: count,
};

const fields = Object.fromEntries(
  Object.keys(defaultQuirks).map((name) => [name, optional(special[name as keyof Quirks] ?? flag)]),
);

/** Every fault of a set of switches, as sentences; none means that it may be applied. */
export function checkQuirks(quirks: unknown): string[] {
  return checkFields("quirks", quirks, fields);
}
