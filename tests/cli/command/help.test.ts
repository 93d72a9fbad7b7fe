import { expect } from "chai";
import { catalogue } from "../../../cli/command/catalogue";
import { runInProcess } from "./run-in-process";

describe("vnc-cloud --help", () => {
  it("names every command with its summary, and every exit code", async () => {
    const { code, output } = await runInProcess(["--help"]);
    expect(code).to.equal(0);
    for (const { name } of catalogue) expect(output).to.match(new RegExp(`^  ${name} `, "m"));
    expect(output).to.match(/Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n {2}3 .*\n/);
  });

  for (const { name } of catalogue) {
    it(`of ${name} describes it with examples and exit codes, and ends with 0`, async () => {
      const { code, output } = await runInProcess([name, "--help"]);
      expect(code).to.equal(0);
      expect(output)
        .to.contain(`Usage: vnc-cloud ${name}`)
        .and.contain("Examples:")
        .and.contain("Exit codes:");
    });
  }

  it("ends with 1 for a command or an option that does not exist, and says how to get help", async () => {
    for (const words of [["acess"], ["emulator", "--prot", "1"]]) {
      const { code, errors } = await runInProcess(words);
      expect(code).to.equal(1);
      expect(errors).to.match(/error: unknown .*\(run it with --help/s);
    }
  });
});
