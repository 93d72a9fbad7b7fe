import { expect } from "chai";
import { assertAccess, type AccessAssertion } from "../../../sdk/access-rules/assert-access";

describe("assertAccess", () => {
  const mistakes: [string, unknown, string][] = [
    ["no rule", {}, "never.from must be an object"],
    ["no targets", { never: { from: {} } }, "never.to must be an object"],
    [
      "a misspelt selector",
      { never: { from: { grup: "interns" }, to: {} } },
      "never.from.grup is no selector",
    ],
    ["an empty list", { never: { from: { group: [] }, to: {} } }, "never.from.group must be a text"],
    ["an empty text", { never: { from: {}, to: { name: "" } } }, "never.to.name must be a text"],
    ["a number", { never: { from: {}, to: {}, except: { name: 1 } } }, "never.except.name must be a text"],
    ["groups of listeners", { never: { from: {}, to: { group: "a" } } }, "nothing would be guarded"],
  ];
  for (const [what, assertion, message] of mistakes) {
    it(`refuses ${what}: such a rule would guard nothing, or something else`, () => {
      expect(() => assertAccess(assertion as AccessAssertion)).to.throw(message);
    });
  }
});
