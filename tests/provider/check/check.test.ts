import { expect } from "chai";
import { check, type CheckConfiguration } from "../../../provider";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const address = "zt3FoCdAIieUPgRo9pl.zt2yaBF1UgL78MaPWV6.livEXd5o9qetJfVPIdF.or5OnTvrpFyZQETOUoL";
const configuration: CheckConfiguration = {
  openListeners: () => "warn",
  account: () => undefined,
  ownershipGroup: () => undefined,
};

function faultsOf(inputs: Record<string, unknown>, overrides: Partial<CheckConfiguration> = {}): string[] {
  const { faults } = check({}, inputs, { ...configuration, ...overrides });
  return faults.map(({ property, reason }) => `${property}: ${reason}`);
}

const groupNames = (count: number): string[] => Array.from({ length: count }, (_, index) => `group ${index}`);
const addresses = (count: number): string[] => Array.from({ length: count }, (_, index) => `a.b.c.d${index}`);

describe("check", () => {
  describe("accepts", () => {
    const accepted: [string, Record<string, unknown>][] = [
      ["rule 15: connect", { action: "connect" }],
      ["rule 15: listen", { action: "listen" }],
      ["rule 26: 16 groups", { action: "connect", groups: groupNames(16) }],
      [
        "rule 26: 16 different groups named twice each",
        { action: "connect", groups: [...groupNames(16), ...groupNames(16)] },
      ],
      [
        "rule 26: 24 groups that may connect",
        { action: "listen", accessControl: { groups: groupNames(24) } },
      ],
      [
        "rule 26: 8 cloud addresses that may connect",
        { action: "listen", accessControl: { cloudAddresses: addresses(8) } },
      ],
      ["rule 28: a group name of 1 character", { action: "connect", groups: ["g"] }],
      ["rule 28: a group name of 256 characters", { action: "connect", groups: ["g".repeat(256)] }],
      [
        "A15: a group name of 256 characters of four bytes each",
        { action: "connect", groups: ["😀".repeat(256)] },
      ],
      ["an unknown action with groups", { action: unknown, groups: ["support"] }],
      ["an unknown action with access control", { action: unknown, accessControl: { groups: ["support"] } }],
      ["unknown groups", { action: "connect", groups: unknown }],
      [
        "unknown members of lists",
        { action: "listen", accessControl: { cloudAddresses: [address, unknown] } },
      ],
      ["an unknown access control", { action: "listen", accessControl: unknown }],
      [
        "16 groups and an unknown one, which may be a duplicate",
        { action: "connect", groups: [...groupNames(16), unknown] },
      ],
      [
        "unknown values of every other argument",
        {
          action: "connect",
          passwordVersion: unknown,
          onExternalChange: unknown,
          adopt: unknown,
          readyTimeoutSeconds: unknown,
          account: unknown,
        },
      ],
      ["a password version that is a number", { action: "connect", passwordVersion: 3 }],
      ["a password version that is a text", { action: "connect", passwordVersion: "2026-10" }],
      ["not to wait", { action: "connect", readyTimeoutSeconds: 0 }],
      ["any group name where there are no markers", { action: "connect", groups: ["undefined/connect"] }],
      ["an address to adopt", { action: "connect", adopt: address }],
    ];
    for (const [name, inputs] of accepted) {
      it(name, () => expect(faultsOf(inputs)).to.deep.equal([]));
    }
  });

  describe("refuses", () => {
    const refused: [string, Record<string, unknown>, RegExp][] = [
      ["rule 15: no action", {}, /^action: action is required/],
      [
        "rule 25: another action is error 1003",
        { action: "both" },
        /^action: action must be "connect" or "listen" .*error 1003/,
      ],
      ["rule 25: a null action is error 1003", { action: null }, /^action: .*error 1003/],
      [
        "rule 26: 17 groups are error 1004",
        { action: "connect", groups: groupNames(17) },
        /^groups: .*17 different members, at most 16 are allowed \(.*1004/,
      ],
      [
        "rule 26: 25 groups that may connect are error 1004",
        { action: "listen", accessControl: { groups: groupNames(25) } },
        /^accessControl: accessControl.groups .*at most 24.*1004/,
      ],
      [
        "rule 26: 9 cloud addresses that may connect are error 1004",
        { action: "listen", accessControl: { cloudAddresses: addresses(9) } },
        /^accessControl: .*cloudAddresses .*at most 8.*1004/,
      ],
      [
        "rule 27: an empty list of groups is error 1005",
        { action: "connect", groups: [] },
        /^groups: .*empty.*1005/,
      ],
      [
        "rule 27: an empty list of groups that may connect is error 1005",
        { action: "listen", accessControl: { groups: [] } },
        /^accessControl: .*empty.*1005/,
      ],
      [
        "rule 27: an empty list of cloud addresses is error 1005",
        { action: "listen", accessControl: { groups: ["a"], cloudAddresses: [] } },
        /^accessControl: .*empty.*1005/,
      ],
      [
        "rule 28: an empty group name is error 1006",
        { action: "connect", groups: ["a", ""] },
        /^groups: groups\[1\] .*empty.*1006/,
      ],
      [
        "rule 28: a group name of 257 characters is error 1006",
        { action: "connect", groups: ["g".repeat(257)] },
        /^groups: .*257 characters.*1006/,
      ],
      [
        "rule 28: a group name of 257 characters of four bytes each is error 1006",
        { action: "connect", groups: ["😀".repeat(257)] },
        /^groups: .*257 characters.*1006/,
      ],
      [
        "rule 28: a long group that may connect is error 1006",
        { action: "listen", accessControl: { groups: ["g".repeat(257)] } },
        /^accessControl: .*257 characters.*1006/,
      ],
      [
        "rule 29: an access control without lists is error 1008",
        { action: "listen", accessControl: {} },
        /^accessControl: accessControl names neither groups nor cloudAddresses.*1008/,
      ],
      [
        "rule 30: access control on a connect address is error 1009",
        { action: "connect", accessControl: { groups: ["a"] } },
        /^accessControl: .*connect address.*1009/,
      ],
      [
        "rule 30: groups on a listen address are error 1009",
        { action: "listen", groups: ["a"] },
        /^groups: groups belongs to a connect address.*1009/,
      ],
      ["groups that are no list", { action: "connect", groups: "support" }, /^groups: groups must be a list/],
      ["groups that are null", { action: "connect", groups: null }, /^groups: groups must be a list/],
      ["a group that is no text", { action: "connect", groups: [3] }, /^groups: groups\[0\] must be a text/],
      ["a group with half a surrogate pair", { action: "connect", groups: ["\ud800"] }, /^groups: .*Unicode/],
      [
        "an access control that is null, which would leave the address open",
        { action: "listen", accessControl: null },
        /^accessControl: .*must be an object/,
      ],
      [
        "an access control that is a text",
        { action: "listen", accessControl: "sales" },
        /^accessControl: .*must be an object/,
      ],
      [
        "an access control that is a list",
        { action: "listen", accessControl: ["a"] },
        /^accessControl: .*must be an object/,
      ],
      [
        "a misspelt member of the access control",
        { action: "listen", accessControl: { group: ["a"] } },
        /^accessControl: accessControl.group .*Did you mean "groups"/,
      ],
      [
        "A20: a cloud address with a slash",
        { action: "listen", accessControl: { cloudAddresses: ["a/ready"] } },
        /^accessControl: .*cloudAddresses\[0\] is not a cloud address/,
      ],
      [
        "A20: a cloud address with white space",
        { action: "listen", accessControl: { cloudAddresses: ["a b"] } },
        /^accessControl: /,
      ],
      [
        "A20: an empty cloud address",
        { action: "listen", accessControl: { cloudAddresses: [""] } },
        /^accessControl: /,
      ],
      [
        "a cloud address that is no text",
        { action: "listen", accessControl: { cloudAddresses: [3] } },
        /^accessControl: .*cloudAddresses\[0\] must be a cloud address/,
      ],
      [
        "A56: an empty address to adopt",
        { action: "connect", adopt: "" },
        /^adopt: adopt is not a cloud address/,
      ],
      ["A56: an address to adopt that climbs", { action: "connect", adopt: ".." }, /^adopt: /],
      [
        "a password version that is an object",
        { action: "connect", passwordVersion: {} },
        /^passwordVersion: .*must be a text or a number/,
      ],
      [
        "a password version that is no number",
        { action: "connect", passwordVersion: null },
        /^passwordVersion: /,
      ],
      [
        "another word for onExternalChange",
        { action: "connect", onExternalChange: "reset" },
        /^onExternalChange: .*"ignore" or "resetPassword"/,
      ],
      [
        "a negative waiting time",
        { action: "connect", readyTimeoutSeconds: -1 },
        /^readyTimeoutSeconds: .*must be a number of seconds/,
      ],
      [
        "a waiting time that is a text",
        { action: "connect", readyTimeoutSeconds: "60" },
        /^readyTimeoutSeconds: /,
      ],
      ["an empty account", { action: "connect", account: "" }, /^account: /],
      ["an account that is no text", { action: "connect", account: 3 }, /^account: /],
      [
        "an argument that does not exist, with what was meant",
        { action: "connect", group: ["a"] },
        /^group: .*Did you mean "groups"/,
      ],
      [
        "a short argument with two wrong letters, with what was meant",
        { action: "connect", gruops: ["a"] },
        /^gruops: .*Did you mean "groups"/,
      ],
      [
        "a long argument with three wrong letters, with what was meant",
        { action: "connect", passwordRevision: 2 },
        /^: passwordRevision .*Did you mean "passwordVersion"/,
      ],
      [
        "an argument that is like none, with all there are",
        { action: "connect", colour: "red" },
        /^colour: .*There are: action, groups/,
      ],
      [
        "a password, without its value beside it",
        { action: "connect", cloudPassword: "hunter2" },
        /^: cloudPassword is not an argument/,
      ],
    ];
    for (const [name, inputs, fault] of refused) {
      it(name, () => {
        const faults = faultsOf(inputs);
        expect(faults).to.have.length(1);
        expect(faults[0]).to.match(fault);
      });
    }

    it("every fault at once, each on its argument", () => {
      const faults = faultsOf({
        action: "listen",
        groups: ["a"],
        accessControl: { groups: ["", "g".repeat(257)] },
        passwordVersion: {},
        adapt: address,
      });
      expect(faults.map((fault) => fault.split(":")[0])).to.deep.equal([
        "groups",
        "accessControl",
        "accessControl",
        "passwordVersion",
        "adapt",
      ]);
    });
  });

  describe("openListeners", () => {
    const open = { action: "listen" };
    it("deny refuses a listen address without access control (rule 20)", () => {
      expect(faultsOf(open, { openListeners: () => "deny" })[0]).to.match(
        /^accessControl: .*every connect address.*"deny": name the groups/,
      );
    });
    it("deny lets an unknown access control pass until it is known", () => {
      expect(faultsOf({ ...open, accessControl: unknown }, { openListeners: () => "deny" })).to.deep.equal(
        [],
      );
    });
    it("deny is no matter of a connect address", () => {
      expect(faultsOf({ action: "connect" }, { openListeners: () => "deny" })).to.deep.equal([]);
    });
    it("that is misspelt is a fault of the resource", () => {
      const openListeners = (): never => {
        throw new Error("openListeners is denny");
      };
      expect(faultsOf(open, { openListeners })).to.deep.equal([": openListeners is denny"]);
    });
    for (const policy of ["allow", "warn"] as const) {
      it(`${policy} accepts one`, () =>
        expect(faultsOf(open, { openListeners: () => policy })).to.deep.equal([]));
    }
  });

  describe("the configuration", () => {
    const account = (name?: string): never => {
      throw new Error(`missing ${name ?? "default"}`);
    };
    it("faults of the default account are faults of the resource", () => {
      expect(faultsOf({ action: "connect" }, { account })).to.deep.equal([": missing default"]);
    });
    it("faults of a named account are faults of the argument", () => {
      expect(faultsOf({ action: "connect", account: "eu" }, { account })).to.deep.equal([
        "account: missing eu",
      ]);
    });
    it("an unknown account is looked up when it is known", () => {
      expect(faultsOf({ action: "connect", account: unknown }, { account })).to.deep.equal([]);
    });
    for (const name of ["", 3, null]) {
      it(`an account that is ${JSON.stringify(name)} is not looked up`, () => {
        expect(faultsOf({ action: "connect", account: name }, { account })).to.deep.equal([
          "account: account must be the name of a configured account; leave it out for the default one.",
        ]);
      });
    }
    it("ownership markers take no place of a resource that has none", () => {
      const sixteen = { action: "connect", groups: groupNames(16) };
      const ownershipGroup = (): string => "iac";
      expect(faultsOf(sixteen, { ownershipGroup })).to.deep.equal([]);
      expect(faultsOf({ ...sixteen, __owner: "viewer" }, { ownershipGroup })[0]).to.match(/at most 15/);
    });
    it("faults of the ownership group are faults of the resource", () => {
      const ownershipGroup = (): never => {
        throw new Error("too long");
      };
      expect(faultsOf({ action: "connect" }, { ownershipGroup })).to.deep.equal([": too long"]);
    });
    it("the names of ownership markers are reserved, beside other groups too", () => {
      const inputs = { action: "connect", groups: ["a", "iac/connect/viewer"], __owner: "viewer" };
      expect(faultsOf(inputs, { ownershipGroup: () => "iac" })).to.deep.equal([
        'groups: groups names a group that begins with "iac/", which is reserved for ownership markers.',
      ]);
    });
  });

  describe("order of sets", () => {
    const normalized = (earlier: string[], now: string[]): unknown =>
      check({ action: "connect", groups: earlier }, { action: "connect", groups: now }, configuration).inputs
        .groups;

    const orders: [string, string[], string[], string[]][] = [
      ["the program's order for a new address", [], ["b", "a"], ["b", "a"]],
      ["no duplicates", [], ["b", "a", "b"], ["b", "a"]],
      ["a reordering is nothing", ["a", "b", "c"], ["c", "b", "a"], ["a", "b", "c"]],
      ["an addition follows", ["a", "c"], ["b", "c", "a"], ["a", "c", "b"]],
      ["a removal leaves the others where they were", ["a", "b", "c"], ["c", "a"], ["a", "c"]],
      ["no duplicates of an earlier list", ["a", "b", "a"], ["a", "b"], ["a", "b"]],
      ["unknown members are never merged", ["a"], [unknown, "a", unknown], ["a", unknown, unknown]],
      ["nor are they with earlier unknown ones", [unknown], [unknown, "a", unknown], [unknown, "a", unknown]],
    ];
    for (const [name, earlier, now, expected] of orders) {
      it(name, () => expect(normalized(earlier, now)).to.deep.equal(expected));
    }
    it("holds for both lists of an access control", () => {
      const { inputs } = check(
        { action: "listen", accessControl: { groups: ["a", "b"], cloudAddresses: ["x", "y"] } },
        { action: "listen", accessControl: { groups: ["b", "a"], cloudAddresses: ["y", "x", "y"] } },
        configuration,
      );
      expect(inputs.accessControl).to.deep.equal({ groups: ["a", "b"], cloudAddresses: ["x", "y"] });
    });
    for (const value of [unknown, undefined]) {
      it(`an access control that is ${value ?? "left out"} stays so`, () => {
        const inputs = { action: "listen", accessControl: value };
        const earlier = { action: "listen", accessControl: { groups: ["a"] } };
        expect(check(earlier, inputs, configuration).inputs).to.deep.equal(inputs);
        expect(check(inputs, earlier, configuration).inputs).to.deep.equal(earlier);
      });
    }
    it("changes nothing else: names are kept byte by byte (A16)", () => {
      const inputs = { action: "connect", groups: [" Support ", "e\u0301"], passwordVersion: 1 };
      expect(check({}, inputs, configuration).inputs).to.deep.equal(inputs);
    });
  });
});
