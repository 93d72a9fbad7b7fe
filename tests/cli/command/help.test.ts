import { expect } from "chai";
import { catalogue } from "../../../cli/command/catalogue";
import { createProgram } from "../../../cli/command/program";
import { processSurroundings } from "../../../cli/command/surroundings";
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

  for (const name of ["access", "audit", "doctor", "get", "import", "list"]) {
    it(`of ${name} names the environment variables that it reads, and the JSON that it prints`, async () => {
      const { output } = await runInProcess([name, "--help"]);
      for (const text of ["Environment:", "VNC_CLOUD_API_KEY", "VNC_CLOUD_ENDPOINT", "NO_PROXY"]) {
        expect(output).to.contain(text);
      }
      expect(output).to.match(/--json .*\{|JSON \(--json\):\n {2}\{/);
    });
  }

  for (const { name } of catalogue) {
    it(`of ${name} says of every argument and option what it is`, () => {
      const context = { ...processSurroundings(), exitWith: () => undefined };
      const command = createProgram([name], context).commands.find((candidate) => candidate.name() === name);
      for (const { flags, description } of command?.options ?? [])
        expect(description, flags).not.to.equal("");
      for (const argument of command?.registeredArguments ?? []) {
        expect(argument.description, argument.name()).not.to.equal("");
      }
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
