import { expect } from "chai";
import { secret } from "@pulumi/pulumi";
import { CloudAddress, type CloudAddressArgs } from "../../../sdk";
import { readDeclaredAddress } from "../../../sdk/access-rules/read-declared-address";
import { mockedRun } from "../mocked-run";

describe("what a rule of access reads of an address", () => {
  const groups = ["cashiers"];
  const cases: [string, CloudAddressArgs["accessControl"], unknown][] = [
    [
      "is the access list that is declared",
      { groups },
      { groups: { known: groups }, cloudAddresses: { known: [] } },
    ],
    ["is nothing of a secret access list", secret({ groups }), "unknown"],
    [
      "is nothing of a secret list of groups",
      { groups: secret(groups) },
      { groups: { known: [], unknown: "anything" }, cloudAddresses: { known: [] } },
    ],
  ];
  for (const [what, accessControl, expected] of cases) {
    it(what, async () => {
      let read: unknown;
      await mockedRun(async () => {
        const args = { action: "listen", accessControl } as CloudAddressArgs;
        const resource = new CloudAddress("till", args);
        const { address } = await readDeclaredAddress({ resource, name: "till", args, options: {} });
        read = address.accessControl;
      });
      expect(read).to.deep.equal(expected);
    });
  }
});
