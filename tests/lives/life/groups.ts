import fc from "fast-check";

/** Names of groups, as an address has them. */
export const groups = fc.uniqueArray(fc.constantFrom("support", "sales", "on call", "gäste"), {
  minLength: 1,
  maxLength: 3,
});
