import { expect } from "chai";
import { satisfies } from "semver";
import { engines, peerDependencies } from "../../../package.json";
import { runtimeChoices } from "../../../tools/versions/combinations/choices";

describe("the versions that are tried", () => {
  const exact = ({ node }: { node: string }): string => (node.includes(".") ? node : `${node}.99.0`);

  it("are versions that package.json allows", () => {
    for (const choice of runtimeChoices) {
      expect(satisfies(exact(choice), engines.node), choice.node).to.equal(true);
      if (choice.pulumi === "latest") continue;
      expect(satisfies(choice.pulumi, peerDependencies["@pulumi/pulumi"]), choice.pulumi).to.equal(true);
    }
  });

  it("begin with the oldest of both, and have the oldest and a newer SDK for each Node.js", () => {
    const [first] = runtimeChoices;
    expect(first).to.deep.equal({ node: "20.19.0", pulumi: "3.216.0" });
    const newer = runtimeChoices.filter(({ pulumi }) => pulumi !== first?.pulumi).map(({ node }) => node);
    const oldest = runtimeChoices.filter(({ pulumi }) => pulumi === first?.pulumi).map(({ node }) => node);
    expect(newer).to.deep.equal(oldest);
  });
});
