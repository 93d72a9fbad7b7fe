import { expect } from "chai";
import { characteristicsOf } from "../../../provider/cloud-address/characteristics";
import { argumentsOf, type CloudAddressInputs } from "../../../provider/cloud-address/inputs";

const state = { cloudAddress: "a.b.c.d", cloudPassword: "p", etag: "1" };

describe("of the properties of a cloud address", () => {
  const rows: [string, CloudAddressInputs][] = [
    ["a connect address", { action: "connect", groups: ["a"] }],
    ["a connect address without groups", { action: "connect" }],
    ["a listen address", { action: "listen", accessControl: { groups: ["a"] } }],
    ["a listen address that is open", { action: "listen" }],
  ];
  for (const [name, declared] of rows) {
    it(`the characteristics are only what is declared: ${name}`, () => {
      const properties = { ...declared, ...state, passwordVersion: 1, account: "eu" };
      expect(characteristicsOf(properties)).to.deep.equal(declared);
    });
  }

  it("the arguments are those that have a value", () => {
    const given = { action: "connect", passwordVersion: 0, adopt: "", __owner: "viewer" } as const;
    const properties = { ...given, ...state, groups: undefined, account: undefined };
    expect(argumentsOf(properties as unknown as CloudAddressInputs)).to.deep.equal(given);
  });
});
