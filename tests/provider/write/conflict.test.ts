import { expect } from "chai";
import type { Characteristics } from "../../../client";
import { CharacteristicsConflict } from "../../../provider/write/conflict";

const member = (...groups: string[]): Characteristics => ({ action: "connect", groups });
const open: Characteristics = { action: "listen" };
const closed: Characteristics = {
  action: "listen",
  accessControl: { groups: ["b", "a", "b"], cloudAddresses: ["a.b.c.d"] },
};
const groupsOnly: Characteristics = { action: "listen", accessControl: { groups: ["a"] } };
const addressesOnly: Characteristics = { action: "listen", accessControl: { cloudAddresses: ["a.b.c.d"] } };

const everybody = "none (open to every connect address of the key)";
const both = 'groups ["a", "b"] and cloudAddresses ["a.b.c.d"]';

describe("the report of a conflict", () => {
  const changes: [string, Characteristics, Characteristics, string][] = [
    ["groups", member("b", "a"), member("c"), 'groups ["a", "b"] -> ["c"]'],
    ["groups that were removed", member("a"), { action: "connect" }, 'groups ["a"] -> none'],
    ["groups that are an empty list", member(), member("a"), 'groups none -> ["a"]'],
    ["an address that was opened", closed, open, `accessControl ${both} -> ${everybody}`],
    ["an address that was closed", open, closed, `accessControl ${everybody} -> ${both}`],
    [
      "one list in place of the other",
      groupsOnly,
      addressesOnly,
      'accessControl groups ["a"] -> cloudAddresses ["a.b.c.d"]',
    ],
    [
      "another action",
      member("a"),
      open,
      `action connect -> listen; groups ["a"] -> none; accessControl none -> ${everybody}`,
    ],
  ];
  for (const [name, lastSeen, now, text] of changes) {
    it(`says in its first line what changed: ${name}`, () => {
      const [first] = new CharacteristicsConflict("w.x.y.z", lastSeen, now).message.split("\n");
      expect(first).to.equal(
        `Conflict, nothing written: cloud address "w.x.y.z" was changed outside Pulumi: ${text}.`,
      );
    });
  }

  it("has a table of what was last seen, is now, and was to be written, with how to go on", () => {
    const [, ...rest] = new CharacteristicsConflict(
      "w.x.y.z",
      member("a"),
      member("b"),
      member("c"),
    ).message.split("\n");
    expect(rest).to.deep.equal([
      "  groups",
      '    last seen  ["a"]',
      '    now        ["b"]',
      '    wanted     ["c"]',
      'Review it with "pulumi preview --refresh --diff"; "pulumi up --refresh" then writes what the program declares.',
    ]);
  });

  it("of a deletion has nothing that was wanted", () => {
    const [, ...rest] = new CharacteristicsConflict("w.x.y.z", member("a"), member("b")).message.split("\n");
    expect(rest).to.deep.equal([
      "  groups",
      '    last seen  ["a"]',
      '    now        ["b"]',
      'Review it with "pulumi refresh", then delete it again.',
    ]);
  });
});
