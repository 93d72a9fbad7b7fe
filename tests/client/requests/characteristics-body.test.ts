import { expect } from "chai";
import { InvalidArgumentError, type Characteristics } from "../../../client";
import { characteristicsBody } from "../../../client/requests/characteristics-body";

const body = (characteristics: unknown) => characteristicsBody(characteristics as Characteristics, "create");

describe("the body of create and change", () => {
  const sent: [string, Characteristics, object][] = [
    ["rule 15: a connect address", { action: "connect" }, { allowedActions: ["connect"] }],
    [
      "A17: groups without duplicates, sorted",
      { action: "connect", groups: ["b", "a", "b"] },
      { allowedActions: ["connect"], groups: ["a", "b"] },
    ],
    ["A13: an empty list as none", { action: "connect", groups: [] }, { allowedActions: ["connect"] }],
    ["rule 20: an open listen address", { action: "listen" }, { allowedActions: ["listen"] }],
    [
      "A10: access control as an object, an empty list in it left out",
      { action: "listen", accessControl: { groups: ["g"], cloudAddresses: [] } },
      { allowedActions: ["listen"], accessControl: { groups: ["g"] } },
    ],
    [
      "A16: names that differ by case or normal form only, all of them",
      { action: "connect", groups: ["e\u0301", "\u00e9", "E", "e"] },
      { allowedActions: ["connect"], groups: ["E", "e", "e\u0301", "\u00e9"] },
    ],
  ];
  for (const [name, characteristics, expected] of sent) {
    it(`${name}`, () => expect(body(characteristics)).to.deep.equal(expected));
  }

  const refused: [string, unknown][] = [
    [
      "access control that names nobody: left out it would admit everybody",
      { action: "listen", accessControl: {} },
    ],
    [
      "access control with empty lists only",
      { action: "listen", accessControl: { groups: [], cloudAddresses: [] } },
    ],
    ["access control that is null", { action: "listen", accessControl: null }],
    ["a list that is null", { action: "connect", groups: null }],
    ["a list of other things than strings", { action: "connect", groups: [1] }],
    ["groups on a listen address: left out it would admit everybody", { action: "listen", groups: ["a"] }],
    ["access control on a connect address", { action: "connect", accessControl: { groups: ["a"] } }],
    ["no action, which must not become an open listen address", {}],
    ["another action", { action: "observe" }],
  ];
  for (const [name, characteristics] of refused) {
    it(`A13: refused before any request: ${name}`, () => {
      expect(() => body(characteristics)).to.throw(InvalidArgumentError, /Nothing was sent/);
    });
  }
});
