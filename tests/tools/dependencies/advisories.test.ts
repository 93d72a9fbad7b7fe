import { expect } from "chai";
import { readAdvisories } from "../../../tools/dependencies/advisories";

describe("the advisories against dependencies", () => {
  it("are grave when they are high or critical", () => {
    const printed = JSON.stringify({
      vulnerabilities: {
        one: { severity: "critical", range: "<2" },
        two: { severity: "moderate", range: "*" },
      },
    });
    expect(readAdvisories(printed)).to.deep.equal({
      grave: ["one <2: critical"],
      others: ["two *: moderate"],
    });
  });

  it("are none when the registry knows none", () => {
    expect(readAdvisories('{ "vulnerabilities": {} }')).to.deep.equal({ grave: [], others: [] });
  });

  for (const [what, printed, reason] of [
    [
      "has no such service",
      '{ "message": "405 Method Not Allowed - POST https://registry.example/-/npm/v1", "statusCode": 405 }',
      "405 Method Not Allowed - POST the registry",
    ],
    ["cannot be reached", '{ "error": { "code": "ENOTFOUND" } }', "no report"],
    ["does not answer in time", "", "npm audit gave no report"],
  ] as const) {
    it(`are not known when the registry ${what}, which is no fault`, () => {
      expect(readAdvisories(printed)).to.deep.equal({ unavailable: reason });
    });
  }
});
