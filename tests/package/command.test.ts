import { expect } from "chai";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { repository } from "../../tools/repository";
import { ForeignProject } from "./foreign-project";

describe("the packed command", () => {
  let project: ForeignProject;

  before(async () => {
    project = await ForeignProject.create("commonjs");
  });

  after(() => project.remove());

  it("is found by npx, and tells the package's version", async () => {
    const { version } = JSON.parse(await readFile(join(repository, "package.json"), "utf8")) as {
      version: string;
    };
    const printed = await project.run("npx", "--offline", "--no-install", "vnc-cloud", "--version");
    expect(printed).to.equal(`${version}\n`);
  });

  it("loads the code of each of its commands", async () => {
    const help = await project.run("npx", "--offline", "--no-install", "vnc-cloud", "--help");
    const commands = [...help.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name ?? "");
    expect(commands).to.include("emulator");
    for (const command of commands.filter((name) => name !== "help")) {
      const text = await project.run("npx", "--offline", "--no-install", "vnc-cloud", command, "--help");
      expect(text).to.match(new RegExp(`^Usage: vnc-cloud ${command}`));
    }
  });
});
