import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { runProcess } from "../../../tools/engine/process/run-process";
import { useTemporaryFolder } from "./temporary-folder";

describe("several runs that want an engine at the same time", () => {
  const inFolder = useTemporaryFolder();

  it("make it once and all get it", async () => {
    const cache = inFolder("versions", "3.255.0");
    const words = ["--import", "tsx", join(__dirname, "simultaneous-run.ts"), cache, inFolder("journal")];
    const runs = [1, 2, 3].map(() => runProcess(process.execPath, words, { env: process.env }));
    for (const run of await Promise.all(runs))
      expect(run).to.deep.equal({ exitCode: 0, stdout: cache, stderr: "" });
    expect(await readFile(inFolder("journal"), "utf8")).to.equal("making\n");
    expect(await readdir(inFolder("versions"))).to.deep.equal(["3.255.0"]);
  });
});
