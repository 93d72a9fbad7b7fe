import { expect } from "chai";
import fc from "fast-check";
import {
  createWorld,
  forbiddenOpenings,
  forbiddenPaths,
  type AccessAddress,
  type AddressSelector,
  type NeverRule,
} from "../../../access/index";
import { knownAddress, maskedAddress, masks, pairText, truePairs, trueWorlds } from "../oracle/true-world";

const listener = (control: AccessAddress["accessControl"]): AccessAddress => ({
  id: "to",
  name: "prod-db",
  collection: "production",
  action: "listen",
  key: { name: "key", known: true },
  ...(control && { accessControl: control }),
});
const admits = (...groups: string[]) => ({ groups: { known: groups }, cloudAddresses: { known: [] } });

describe("a rule of what must never be reached", () => {
  it("misses no forbidden path, whatever is unknown, and is certain only of what is true", () => {
    const selectors: fc.Arbitrary<AddressSelector> = fc.oneof(
      fc.constant({}),
      fc.record({ group: fc.constantFrom("a", "A", "?", "a*") }),
      fc.record({ name: fc.constantFrom("address-1", "address-*", "*-2") }),
    );
    const mask = fc.array(masks, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(trueWorlds, mask, selectors, selectors, (addresses, hidden, from, except) => {
        const rule: NeverRule = { from, to: { name: "address-*" }, except };
        const forbidden = [...forbiddenPaths(createWorld(addresses.map(knownAddress)), rule)];
        const world = createWorld(addresses.map((address, index) => maskedAddress(address, hidden[index]!)));
        const found = new Map(
          [...forbiddenPaths(world, rule)].map((path) => [pairText(path.from, path.to), path.certain]),
        );
        const truth = forbidden.map((path) => pairText(path.from, path.to));
        expect([...truePairs(addresses).keys()]).to.include.members(truth);
        expect([...found.keys()]).to.include.members(truth);
        for (const [pair, certain] of found) if (certain) expect(truth).to.include(pair);
      }),
      { numRuns: 2000 },
    );
  });

  const unknownGroups = {
    groups: { known: ["support"], unknown: "anything" as const },
    cloudAddresses: { known: [] },
  };
  const openings: [string, AccessAddress["accessControl"], Omit<NeverRule, "to">, string[]][] = [
    [
      "a list that names the group",
      admits("interns", "support"),
      { from: { group: "interns" } },
      ["group:interns"],
    ],
    ["a list that does not", admits("support"), { from: { group: "interns" } }, []],
    ["an open listener", undefined, { from: { group: "interns" } }, ["open"]],
    ["an open listener, but for a group", undefined, { from: {}, except: { group: "support" } }, ["open"]],
    [
      "a group that is not excepted",
      admits("support", "sales"),
      { from: {}, except: { group: "support" } },
      ["group:sales"],
    ],
    ["a list that is not all known", unknownGroups, { from: { group: "interns" } }, ["group"]],
    ["a list of which nothing is known", "unknown", { from: { group: "interns" } }, ["open"]],
    [
      "a rule about a name, which only this program has",
      admits("interns"),
      { from: { name: "viewer-max" } },
      [],
    ],
    [
      "an exception by name, which only this program has",
      admits("support"),
      { from: {}, except: { name: "kim" } },
      ["group:support"],
    ],
  ];
  for (const [what, control, rule, vias] of openings) {
    it(`sees members of other stacks: ${what}`, () => {
      const world = createWorld([listener(control)], new Set());
      const found = [...forbiddenOpenings(world, { ...rule, to: { name: "prod-*" } })];
      expect(found.map(({ via }) => via)).to.deep.equal(vias);
      expect([...forbiddenOpenings(world, { ...rule, to: { name: "test-*" } })]).to.deep.equal([]);
    });
  }
});
