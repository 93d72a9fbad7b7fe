import { expect } from "chai";
import { parseDocument } from "./markdown/document";
import { documents } from "./markdown/documents";
import { linkFaults } from "./markdown/link-faults";

describe("the links of the Markdown files", () => {
  it("lead to files and headings that exist", () => {
    const pages = documents();
    expect(pages.map(({ path }) => path)).to.include.members(["README.md", "docs/README.md"]);
    expect(pages.flatMap(linkFaults)).to.deep.equal([]);
  });

  it("reach every page of docs/ from its index", () => {
    const pages = documents().map(({ path }) => path);
    const index = documents().find(({ path }) => path === "docs/README.md");
    const reached = index?.links.map((link) => `docs/${link.split("#")[0]}`);
    expect(reached).to.include.members(
      pages.filter((path) => /^docs\/[^/]+\.md$/.test(path) && path !== index?.path),
    );
  });

  for (const [what, link, fault] of [
    ["a file that is not there", "nowhere.md", "does not exist"],
    ["a heading that is not there", "#nothing", "has no such heading"],
    ["a heading of another page that is not there", "../README.md#nothing", "has no such heading"],
    ["a place outside", "../../elsewhere.md", "leaves the repository"],
    ["a root that readers do not have", "/README.md", "begins with a slash"],
    ["a line of a file", "../package.json#L1", "has an anchor, but is no page"],
  ] as const) {
    it(`are known to be broken when they lead to ${what}`, () => {
      const document = parseDocument("docs/test.md", `# Good [\`code\`](../README.md)\n\n[text](${link})`);
      expect(linkFaults(document)).to.have.length(1);
      expect(linkFaults(document)[0]).to.contain(fault);
    });
  }

  it("are known to be right when they lead to a heading as GitHub names it, in a table too", () => {
    const text =
      "# What *is* `this`? Yes/no\n\n## Twice\n\n## Twice\n\n| a |\n| - |\n| [x](#what-is-this-yesno) [y](#twice-1) |";
    const document = parseDocument("docs/test.md", text);
    expect(document.links).to.have.length(2);
    expect(linkFaults(document)).to.deep.equal([]);
  });
});
