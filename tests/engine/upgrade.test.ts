import { expect } from "chai";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  readRecordedStack,
  recordedVersions,
  startStack,
  withOneChangeAndOneReset,
} from "../upgrade/recorded-stack";
import type { Stack } from "./support/stack";
import { countsOf, writesOf } from "./support/stack";

for (const version of recordedVersions()) {
  describe(`a stack that version ${version} left`, function () {
    this.timeout(120_000);
    let stack: Stack;
    let addresses: number;
    before(async () => {
      const recorded = await readRecordedStack(version);
      addresses = recorded.addresses.length;
      stack = await startStack(recorded.program, recorded.addresses);
      const file = join(stack.folder, "state.json");
      await writeFile(file, recorded.state);
      const { exitCode, stderr } = await stack.pulumi("stack", "import", "--file", file);
      expect(exitCode, stderr).to.equal(0);
    });
    after(() => stack.dispose());

    it("previews without changes and without a request", async () => {
      const preview = await stack.preview("--expect-no-changes");
      expect(preview.requests).to.deep.equal([]);
    });

    it("is refreshed with one request for each address and no change", async () => {
      const before = await stack.state();
      const refresh = await stack.refresh("--expect-no-changes");
      expect(countsOf(refresh)).to.deep.equal({ details: addresses });
      const after = await stack.state();
      for (const [name, { outputs }] of Object.entries(before)) {
        expect(Object.keys(after[name]?.outputs ?? {}), name).to.have.members(Object.keys(outputs));
      }
    });

    it("has passwords that are valid and stay secret", () => stack.expectSettled());

    it("is updated and has a password reset", async () => {
      const { program } = await readRecordedStack(version);
      await stack.write(withOneChangeAndOneReset(program));
      expect(writesOf(await stack.up())).to.deep.equal(["change", "reset"]);
      await stack.expectSettled();
    });

    it("is destroyed", async () => {
      const destroy = await stack.destroy();
      expect(countsOf(destroy)).to.deep.equal({ delete: addresses });
      expect(stack.emulator.snapshot().addresses).to.deep.equal([]);
    });
  });
}
