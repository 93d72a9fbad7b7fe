import { expect } from "chai";
import { repeatedAfter, type PassingFault } from "../../client/retry/retry-classes";
import { tableBelow } from "./markdown/table";
import { documents } from "./markdown/documents";

const page = documents().find(({ path }) => path === "docs/client.md")?.text ?? "";
const columns = ["idempotent", "conditional", "not idempotent"] as const;

describe("the table of retries", () => {
  it("says what the client does", () => {
    const rows = tableBelow(page, "## Retries").map(([fault = "", ...cells]) => [
      fault.split(":")[0],
      ...cells,
    ]);
    const said = (repeated: boolean): string => (repeated ? "repeated" : "not repeated");
    const faults: PassingFault[] = ["not sent", "refused", "ambiguous"];
    expect(rows).to.deep.equal([
      ...faults.map((fault) => [fault, ...columns.map((column) => said(repeatedAfter[column][fault]))]),
      ["any other status", ...columns.map(() => said(false))],
    ]);
  });
});
