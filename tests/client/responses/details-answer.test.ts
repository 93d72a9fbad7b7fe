import { expect } from "chai";
import { readDetails } from "../../../client/responses/details-answer";
import { InvalidAnswer } from "../../../client/responses/invalid-answer";
import { jsonAnswer } from "./json-answer";

const cloudAddress = "a.b.c.d";
const read = (members: object, headers = {}) =>
  readDetails(jsonAnswer({ cloudAddress, ...members }, headers), cloudAddress);

describe("the answer to details", () => {
  const understood: [string, object, object][] = [
    ["rule 46: a connect address without groups", { allowedActions: ["connect"] }, { action: "connect" }],
    [
      "rule 46: a connect address with groups, in the service's order",
      { allowedActions: ["connect"], groups: ["b", "a"] },
      { action: "connect", groups: ["b", "a"] },
    ],
    ["rule 46: an open listen address", { allowedActions: ["listen"] }, { action: "listen" }],
    [
      "rule 46: a listen address with access control",
      { allowedActions: ["listen"], accessControl: { groups: ["g"], cloudAddresses: ["x.y"] } },
      { action: "listen", accessControl: { groups: ["g"], cloudAddresses: ["x.y"] } },
    ],
    [
      "an empty access control, which is not an open one",
      { allowedActions: ["listen"], accessControl: {} },
      { action: "listen", accessControl: {} },
    ],
    ["an empty list as none", { allowedActions: ["connect"], groups: [] }, { action: "connect" }],
    ["A11: the same action twice", { allowedActions: ["listen", "listen"] }, { action: "listen" }],
    ["A23: unknown members", { allowedActions: ["listen"], label: { any: 1 } }, { action: "listen" }],
  ];
  for (const [name, members, expected] of understood) {
    it(`${name} is understood`, () => expect(read(members).characteristics).to.deep.equal(expected));
  }

  const refused: [string, object][] = [
    ["A11: both actions", { allowedActions: ["connect", "listen"] }],
    ["A11: an unknown action", { allowedActions: ["observe"] }],
    ["no action", { allowedActions: [] }],
    ["a missing list of actions", {}],
    ["an action that is no list", { allowedActions: "connect" }],
    ["a list with something else than strings", { allowedActions: ["connect"], groups: ["a", 1] }],
    ["groups that are null", { allowedActions: ["connect"], groups: null }],
    ["groups of a listen address", { allowedActions: ["listen"], groups: ["a"] }],
    [
      "access control of a connect address",
      { allowedActions: ["connect"], accessControl: { groups: ["a"] } },
    ],
    [
      "access control that is null, which must not be read as open",
      { allowedActions: ["listen"], accessControl: null },
    ],
    ["A10: access control that is a list", { allowedActions: ["listen"], accessControl: ["a"] }],
    ["another cloud address", { allowedActions: ["listen"], cloudAddress: "other" }],
    ["no cloud address", { allowedActions: ["listen"], cloudAddress: undefined }],
  ];
  for (const [name, members] of refused) {
    it(`${name} is refused`, () => expect(() => read(members)).to.throw(InvalidAnswer));
  }

  it("rule 45: the entity version is read as an opaque text, and none is none (A1)", () => {
    expect(read({ allowedActions: ["listen"] }, { etag: 'W/"7"' }).etag).to.equal("7");
    expect(read({ allowedActions: ["listen"] }).etag).to.equal(undefined);
  });
});
