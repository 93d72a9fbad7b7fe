import { expect } from "chai";
import { blocksOf } from "./markdown/documents";
import { jsonFaults, yamlFaults } from "./snippets/data-faults";
import { syntaxFaults, typeFaults } from "./snippets/type-faults";

describe("the code in the Markdown files", () => {
  it("type checks against the built package where it is TypeScript", function () {
    this.timeout(60_000);
    // The programs of examples/ are run whole; their pages show parts of them.
    const snippets = blocksOf("ts", "typescript").filter(({ path }) => !path.startsWith("examples/"));
    expect(snippets.map(({ path }) => path)).to.include("README.md");
    expect(typeFaults(snippets)).to.deep.equal([]);
  });

  it("parses where it is JavaScript, JSON or YAML", () => {
    expect(syntaxFaults(blocksOf("js", "javascript"))).to.deep.equal([]);
    expect(jsonFaults(blocksOf("json"))).to.deep.equal([]);
    expect(yamlFaults(blocksOf("yaml", "yml"))).to.deep.equal([]);
  });

  it("is known to be wrong when it is", function () {
    this.timeout(60_000);
    const snippet = (code: string) => ({ path: "docs/test.md", code });
    const wrong = typeFaults([
      snippet(
        'import { CloudAddress } from "pulumi-vnc-cloud";\nconst viewer = new CloudAddress("viewer", { action: "connect" });',
      ),
      snippet("export const address = viewer.cloudAddress;"),
      snippet("export const mistake = viewer.cloudAdress;"),
      snippet('import { CloudAdress } from "pulumi-vnc-cloud";\nvoid CloudAdress;'),
    ]);
    expect(wrong).to.have.length(2);
    expect(wrong[0]).to.match(/^docs\/test\.md\.3\.ts: export const mistake .*cloudAdress/);
    expect(syntaxFaults([snippet("const = 1")])).not.to.deep.equal([]);
    expect(jsonFaults([snippet("{,}")])).to.have.length(1);
    expect(yamlFaults([snippet("a: [")])).to.have.length(1);
  });
});
