import { expect } from "chai";
import { versionsSection } from "../../../tools/evidence/versions-section";
import { hasFailed, resultsTable } from "../../../tools/versions/results/results-table";
import type { Row } from "../../../tools/versions/results/row";

const well: Row = {
  node: "20.19.0",
  pulumi: "3.216.0",
  form: "CommonJS",
  seconds: 12,
  trials: [{ trial: "life" }, { trial: "state of 0.1.0" }],
};
const failed: Row = {
  ...well,
  form: "ES modules",
  trials: [
    { trial: "life" },
    { trial: "state of 0.1.0", fault: { step: "a preview", message: "pulumi preview ended with code 7" } },
  ],
};

describe("the results of trials with versions", () => {
  it("have failed when one trial has", () => {
    expect(hasFailed(well)).to.equal(false);
    expect(hasFailed(failed)).to.equal(true);
  });

  it("are a table with a column for each trial, and below it what failed at which step", () => {
    const lines = resultsTable([well, failed]).split("\n");
    const cells = (line: string): string[] => line.split("│").map((cell) => cell.trim());
    expect(lines.filter((line) => line.includes("│")).map(cells)).to.deep.equal([
      ["", "Node.js", "@pulumi/pulumi", "program", "life", "state of 0.1.0", "seconds", ""],
      ["", "20.19.0", "3.216.0", "CommonJS", "ok", "ok", "12", ""],
      ["", "20.19.0", "3.216.0", "ES modules", "ok", "FAILED", "12", ""],
    ]);
    expect(lines.slice(-2)).to.deep.equal([
      "Node.js 20.19.0, @pulumi/pulumi 3.216.0, ES modules: state of 0.1.0: a preview",
      "pulumi preview ended with code 7",
    ]);
  });

  it("are on the page of figures, where what failed or was not tried has no mark", () => {
    const other = { ...well, node: "22.1.0" };
    const section = versionsSection([well, failed, other]);
    expect(section).to.contain("\n| 20.19.0, 3.216.0 | ✓ | failed |\n| 22.1.0, 3.216.0 | ✓ | not tried |\n");
    expect(versionsSection([])).to.contain("Not measured");
  });
});
