import { expect } from "chai";
import { startEmulator } from "../../emulator";
import { quirkRows } from "./emulator/quirk-table";
import { documents } from "./markdown/documents";
import { tableBelow } from "./markdown/table";

const page = documents().find(({ path }) => path === "docs/emulator.md")?.text ?? "";

describe("the page about the emulator", () => {
  it("lists every quirk, with its values and its default, as the emulator declares them", () => {
    const wanted = quirkRows();
    const hint = wanted.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
    expect(tableBelow(page, "## Quirks"), `The table should be:\n${hint}\n`).to.deep.equal(wanted);
  });

  it("names only resources of the control plane that exist", async () => {
    const emulator = await startEmulator();
    try {
      const [cloudAddress = ""] = emulator.seed([{ allowedActions: ["connect"] }]);
      const origin = emulator.endpoint.replace("/cloud/1.1", "");
      const rows = tableBelow(page, "## Control plane").flatMap(([requests = ""]) =>
        [...requests.matchAll(/`(GET|POST|PUT|DELETE) ([^`]+)`/g)].map(([, method = "", path = ""]) => ({
          method,
          path,
        })),
      );
      expect(rows).to.have.length.above(15);
      for (const { method, path } of rows) {
        const url = `${origin}/_emulator${path.replace("ADDRESS", cloudAddress)}`;
        const response = await fetch(url, { method });
        const text = await response.text();
        expect(text, `${method} ${path}`).not.to.contain("no such resource");
        if (method === "DELETE" && path.includes("ADDRESS"))
          emulator.seed([{ allowedActions: ["connect"], cloudAddress }]);
      }
    } finally {
      await emulator.close();
    }
  });
});
