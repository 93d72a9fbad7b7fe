import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { accessExports, accessPage, fillIn } from "../../../tools/access-docs/fill-in";
import { runInProcess } from "../command/run-in-process";

describe("docs/access.md", () => {
  it("shows what the command prints today: run npm run docs if it does not", async () => {
    const page = await readFile(accessPage, "utf8");
    let commands = 0;
    const filledIn = await fillIn(page, async (words) => {
      commands++;
      const { code, output, errors } = await runInProcess(words, { directory: accessExports });
      expect(code, errors).to.equal(0);
      return output;
    });
    expect(filledIn).to.equal(page);
    expect(commands).to.be.greaterThan(5);
  });
});
