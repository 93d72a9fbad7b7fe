import { expect } from "chai";
import { createWorld, lintAccess, type AccessAddress } from "../../../access/index";

const key = { name: "key", known: true };
const connect = (id: string, groups: string[], more: Partial<AccessAddress> = {}): AccessAddress => ({
  id,
  name: id,
  collection: "world",
  key,
  action: "connect",
  groups: { known: groups },
  ...more,
});
const listen = (id: string, groups?: string[], cloudAddresses: string[] = []): AccessAddress => ({
  id,
  name: id,
  collection: "world",
  key,
  action: "listen",
  ...(groups && {
    accessControl: { groups: { known: groups }, cloudAddresses: { known: cloudAddresses } },
  }),
});

/** `kind: names: addresses` of every finding. */
function findings(...addresses: AccessAddress[]): string[] {
  return lintAccess(createWorld(addresses)).map(
    ({ kind, names, addresses: about }) => `${kind}: ${names.join()}: ${about.map(({ id }) => id).join()}`,
  );
}

describe("the lints of access", () => {
  const cases: [string, AccessAddress[], string[]][] = [
    ["nothing where all is well", [connect("kim", ["a"]), listen("desk", ["a"])], []],
    ["an open listener (rule 20)", [connect("kim", []), listen("desk")], ["open-listener: : desk"]],
    [
      "a group that nobody is a member of, and the listener that nobody can reach by it",
      [connect("kim", ["a"]), listen("desk", ["a"]), listen("till", ["managers"])],
      ["unreachable-listener: : till", "group-without-member: managers: till"],
    ],
    [
      "a group that no list names, and the address that reaches nobody by it",
      [connect("kim", ["a"]), connect("max", ["interns"]), listen("desk", ["a"])],
      ["connector-without-access: : max", "group-not-listed: interns: max"],
    ],
    [
      "a listed address that is not there (A21), and one that listens",
      [connect("kim", ["a"]), listen("desk", ["a"], ["gone", "till"]), listen("till", ["a"])],
      ["listed-address-missing: gone: desk", "listed-address-listens: till: desk"],
    ],
    [
      "group names that differ only by case (A16)",
      [connect("kim", ["support", "Support"]), listen("desk", ["support", "Support"])],
      ["similar-group-names: Support,support: kim,desk,kim,desk"],
    ],
    [
      "a group under two API keys",
      [connect("kim", ["a"], { key: { name: "other", known: true } }), listen("desk", ["a"])],
      ["group-across-keys: a: desk"],
    ],
    [
      "no lonely group where an unknown may explain it",
      [
        connect("kim", ["a"]),
        connect("max", [], { groups: { known: [], unknown: "anything" } }),
        listen("desk", ["a", "b"]),
      ],
      [],
    ],
  ];
  for (const [what, addresses, expected] of cases) {
    it(`find ${what}`, () => expect(findings(...addresses)).to.have.members(expected));
  }
});
