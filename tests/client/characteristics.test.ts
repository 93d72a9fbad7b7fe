import { expect } from "chai";
import { groupsOf, sameCharacteristics, type Characteristics } from "../../client";

describe("sameCharacteristics", () => {
  const rows: [string, boolean, Characteristics, Characteristics][] = [
    ["A18: order does not matter", true, connect("a", "b"), connect("b", "a")],
    ["A17: duplicates do not matter", true, connect("a", "a"), connect("a")],
    ["A13: no groups and an empty list are the same", true, connect(), { action: "connect" }],
    ["A16: case matters", false, connect("a"), connect("A")],
    ["A16: the normal form matters", false, connect("\u00e9"), connect("e\u0301")],
    ["one group more matters", false, connect("a"), connect("a", "b")],
    ["the action matters", false, { action: "connect" }, { action: "listen" }],
    ["an open listen address equals itself", true, { action: "listen" }, { action: "listen" }],
    [
      "open and closed to all are not the same",
      false,
      { action: "listen" },
      { action: "listen", accessControl: {} },
    ],
    [
      "groups and addresses are told apart",
      false,
      { action: "listen", accessControl: { groups: ["a"] } },
      { action: "listen", accessControl: { cloudAddresses: ["a"] } },
    ],
    [
      "both lists of the access control count",
      true,
      { action: "listen", accessControl: { groups: ["a", "b"], cloudAddresses: ["x"] } },
      { action: "listen", accessControl: { cloudAddresses: ["x", "x"], groups: ["b", "a"] } },
    ],
  ];
  for (const [name, expected, left, right] of rows) {
    it(name, () => {
      expect(sameCharacteristics(left, right)).to.equal(expected);
      expect(sameCharacteristics(right, left)).to.equal(expected);
    });
  }
});

describe("groupsOf", () => {
  const rows: [string, string[], Characteristics][] = [
    ["those that a connect address is a member of", ["a", "b"], connect("a", "b")],
    ["none for a connect address without groups", [], { action: "connect" }],
    [
      "those on the access list of a listen address",
      ["a"],
      { action: "listen", accessControl: { groups: ["a"] } },
    ],
    ["none for an access list without groups", [], { action: "listen", accessControl: {} }],
    ["none for an open listen address", [], { action: "listen" }],
  ];
  for (const [name, expected, characteristics] of rows) {
    it(`gives ${name}`, () => expect(groupsOf(characteristics)).to.deep.equal(expected));
  }
});

function connect(...groups: string[]): Characteristics {
  return { action: "connect", groups };
}
