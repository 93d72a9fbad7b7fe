import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { repository } from "../../tools/repository";
import { canary } from "../support/provider-fixture";
import { countsOf, Stack } from "./support/stack";

/** The code of the README's fenced blocks in one language, in the order in which they stand there. */
async function blocksOf(language: string): Promise<string[]> {
  const readme = await readFile(join(repository, "README.md"), "utf8");
  return [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, found]) => found === language)
    .map(([, , code]) => code as string);
}

describe("the README's program and commands", function () {
  this.timeout(180_000);
  let stack: Stack;

  before(async () => {
    stack = await Stack.create(
      { example: "quickstart" },
      { environment: { VNC_CLOUD_API_KEY: undefined, VNC_CLOUD_API_SECRET: undefined } },
    );
    const [program = ""] = await blocksOf("ts");
    const example = await readFile(join(stack.program, "index.ts"), "utf8");
    await stack.edit("index.ts", example, program);
  });
  after(() => stack.dispose());

  it("configures the credentials with the commands that it gives, as secrets", async () => {
    const commands = (await blocksOf("sh"))
      .flatMap((block) => block.split("\n"))
      .filter((line) => line.startsWith("pulumi config set "));
    expect(commands).to.have.length(2);
    for (const command of commands) {
      const [, ...words] = command
        .replace("YOUR_KEY", canary.apiKey)
        .replace("YOUR_SECRET", canary.apiSecret)
        .split(" ");
      expect(await stack.pulumi(...words)).to.include({ exitCode: 0 });
    }
    const stored = await readFile(join(stack.program, "Pulumi.dev.yaml"), "utf8");
    expect(stored).not.to.contain(canary.apiKey).and.not.to.contain(canary.apiSecret);
  });

  it("deploys its program of ten lines, whose outputs are what it says", async () => {
    const run = await stack.up();
    expect(countsOf(run)).to.deep.equal({ create: 2, ready: 2, details: 2 });
    const { viewer, server } = await stack.state();
    expect(await stack.output("viewerAddress")).to.equal(viewer?.id);
    expect(await stack.output("serverAddress")).to.equal(server?.id);
    const password = (await stack.output("serverPassword")) as string;
    expect(stack.emulator.verifyPassword(server?.id as string, password)).to.equal(true);
    await stack.expectSettled();
  });

  it("shows a drift as it says: by its preview with --refresh, with exit code 7 on request", async () => {
    const { viewer } = await stack.state();
    stack.emulator.editAddress(viewer?.id as string, { groups: ["support", "everyone"] });
    const { exitCode, stdout } = await stack.attempt("preview", "--refresh", "--diff", "--expect-no-changes");
    expect(exitCode).to.equal(7);
    const sample = (await blocksOf("text"))[0] as string;
    const shown = sample.slice(sample.indexOf("      ~ groups"), sample.indexOf("Resources:"));
    expect(stdout).to.contain(shown);
    await stack.destroy("--refresh");
  });
});
