import { expect } from "chai";
import { diff, type CloudAddressInputs, type CloudAddressState } from "../../../provider";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const marker = "(changed outside Pulumi)";
const settled = {
  cloudAddress: "a.b.c.d",
  cloudPassword: "p",
  etag: "1",
  writtenEtag: "1",
  keyFingerprint: "f",
};

type Loose = Record<string, unknown>;

function diffOf(applied: Loose, inputs: Loose): { changes: boolean; replaces: readonly string[] } {
  const state = { ...settled, ...applied } as unknown as CloudAddressState;
  return diff("a.b.c.d", state, inputs as unknown as CloudAddressInputs);
}

describe("diff", () => {
  const connect = { action: "connect", groups: ["a", "b"] };
  const listen = { action: "listen", accessControl: { groups: ["a"], cloudAddresses: ["x", "y"] } };

  const nothing: [string, Loose, Loose][] = [
    ["equal inputs", connect, connect],
    ["A18: another order", connect, { ...connect, groups: ["b", "a"] }],
    ["A17: duplicates", connect, { ...connect, groups: ["a", "b", "a"] }],
    [
      "another order in an access control",
      listen,
      { ...listen, accessControl: { cloudAddresses: ["y", "x"], groups: ["a"] } },
    ],
    ["an ETag that moved", { ...connect, etag: "9" }, connect],
    [
      "another readyTimeoutSeconds",
      { ...connect, readyTimeoutSeconds: 1 },
      { ...connect, readyTimeoutSeconds: 2 },
    ],
    [
      'a password version 1 that becomes "1"',
      { ...connect, passwordVersion: 1 },
      { ...connect, passwordVersion: "1" },
    ],
    ["onExternalChange at its default", connect, { ...connect, onExternalChange: "ignore" }],
    ["adopting what it is already", connect, { ...connect, adopt: "a.b.c.d" }],
    ["no longer naming what was adopted", { ...connect, adopt: "a.b.c.d" }, connect],
    ["still naming what was adopted", { ...connect, adopt: "e.f.g.h" }, { ...connect, adopt: "e.f.g.h" }],
    [
      "another owner of an address without an ownership marker",
      { ...connect, __owner: "viewer" },
      { ...connect, __owner: "technician" },
    ],
    [
      "an ownership marker where markers are configured no more",
      { ...connect, __owner: "viewer", __ownership: "iac/connect/viewer" },
      connect,
    ],
    ["the __provider text", { ...connect, __provider: "old" }, { ...connect, __provider: "new" }],
  ];
  for (const [name, state, inputs] of nothing) {
    it(`${name} is no difference`, () =>
      expect(diffOf(state, inputs)).to.deep.equal({ changes: false, replaces: [] }));
  }

  const updates: [string, Loose, Loose][] = [
    ["a group more", connect, { ...connect, groups: ["a", "b", "c"] }],
    ["a group less", connect, { ...connect, groups: ["a"] }],
    ["no groups any more", connect, { action: "connect" }],
    ["A16: a group that differs in case", connect, { ...connect, groups: ["a", "B"] }],
    ["unknown groups", connect, { ...connect, groups: unknown }],
    ["an unknown member", connect, { ...connect, groups: ["a", unknown] }],
    ["access control that is left out, which opens the address", listen, { action: "listen" }],
    ["access control where there was none", { action: "listen" }, listen],
    ["a cloud address less", listen, { ...listen, accessControl: { groups: ["a"], cloudAddresses: ["x"] } }],
    [
      "a group that moves to the other list",
      listen,
      { ...listen, accessControl: { cloudAddresses: ["x", "y", "a"] } },
    ],
    ["a password version where there was none", connect, { ...connect, passwordVersion: 1 }],
    [
      'a password version "undefined" where there was none',
      connect,
      { ...connect, passwordVersion: "undefined" },
    ],
    [
      "an ownership marker of another owner",
      { ...connect, __owner: "viewer", __ownership: "iac/connect/viewer" },
      { ...connect, __owner: "technician" },
    ],
    ["another password version", { ...connect, passwordVersion: 1 }, { ...connect, passwordVersion: 2 }],
    ["a password version that is left out, for the record", { ...connect, passwordVersion: 1 }, connect],
    [
      "an unknown password version",
      { ...connect, passwordVersion: 1 },
      { ...connect, passwordVersion: unknown },
    ],
    ["another onExternalChange, for the record", connect, { ...connect, onExternalChange: "resetPassword" }],
    ["a write that has not settled", { ...connect, writtenEtag: undefined }, connect],
    [
      "a version written by somebody else, if a reset is asked for",
      { ...connect, onExternalChange: "resetPassword", passwordVersion: marker, __passwordVersion: 1 },
      { ...connect, onExternalChange: "resetPassword", passwordVersion: 1 },
    ],
    [
      "the same without any password version",
      { ...connect, onExternalChange: "resetPassword", passwordVersion: marker },
      { ...connect, onExternalChange: "resetPassword" },
    ],
  ];
  for (const [name, state, inputs] of updates) {
    it(`${name} is an update`, () =>
      expect(diffOf(state, inputs)).to.deep.equal({ changes: true, replaces: [] }));
  }

  const replacements: [string, Loose, Loose, string][] = [
    ["another action", connect, { action: "listen" }, "action"],
    ["an unknown action", connect, { action: unknown }, "action"],
    ["another account", connect, { ...connect, account: "eu" }, "account"],
    ["the default account again", { ...connect, account: "eu" }, connect, "account"],
    ["adopting another address", connect, { ...connect, adopt: "e.f.g.h" }, "adopt"],
  ];
  for (const [name, state, inputs, property] of replacements) {
    it(`${name} is a replacement`, () =>
      expect(diffOf(state, inputs)).to.deep.equal({ changes: true, replaces: [property] }));
  }
});
