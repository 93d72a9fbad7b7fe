import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { startEmulator, type Emulator } from "../../emulator";
import { runInProcess, type CommandResult } from "../cli/command/run-in-process";
import { canary } from "../support/provider-fixture";
import { countsOf, Stack } from "./support/stack";

describe("vnc-cloud import under the real engine", function () {
  this.timeout(180_000);
  let emulator: Emulator;
  let stack: Stack;
  let addresses: string[];
  const known = "canary.Password-1 of the owner";

  const vncCloud = (words: string[], input = ""): Promise<CommandResult> =>
    runInProcess(words, {
      input,
      directory: stack.program,
      environment: {
        VNC_CLOUD_ENDPOINT: emulator.endpoint,
        VNC_CLOUD_API_KEY: canary.apiKey,
        VNC_CLOUD_API_SECRET: canary.apiSecret,
      },
    });

  before(async () => {
    emulator = await startEmulator({ accounts: [canary] });
    const [technician = "", plain = ""] = emulator.seed([
      { allowedActions: ["connect"], groups: ["support", "on call", 'with "quotes"', "ünïcode"], version: 7 },
      { allowedActions: ["connect"], cloudPassword: known },
    ]);
    const listeners = emulator.seed([
      { allowedActions: ["listen"] },
      { allowedActions: ["listen"], accessControl: { groups: ["support"], cloudAddresses: [technician] } },
    ]);
    addresses = [technician, plain, ...listeners];
    stack = await Stack.create({ example: "quickstart" }, { emulator });
  });
  after(() => stack.dispose());

  it("writes a file that pulumi import takes, without a request of the engine", async () => {
    const written = await vncCloud(["import", "--all", "--passwords", "-"], `${addresses[1]} ${known}\n`);
    expect(written, written.errors).to.include({ code: 0, errors: "" });
    expect(written.output).not.to.contain(known);
    expect(emulator.requestCounts()).to.include({ list: 1, details: 4, reset: 0, change: 0 });

    emulator.clearJournal();
    const imported = await stack.pulumi(
      ...["import", "--file", "vnc-cloud-import.json", "--generate-code=false", "--yes"],
    );
    expect(imported.exitCode, imported.stdout + imported.stderr).to.equal(0);
    expect(emulator.journal()).to.deep.equal([]);
    const state = await stack.state();
    expect(Object.values(state).map(({ id }) => id)).to.have.members(addresses);
  });

  it("the password that its owner had is in the state, encrypted; no other is there", async () => {
    const resources = Object.values(await stack.state());
    for (const { id, outputs } of resources) {
      if (id === addresses[1]) expect(outputs.cloudPassword).to.have.property("ciphertext");
      else expect(outputs).not.to.have.property("cloudPassword");
    }
    expect(Object.values(await stack.passwords())).to.deep.equal([known]);
  });

  it("the program that was written previews with no changes, and a refresh sees none", async () => {
    const program = await readFile(join(stack.program, "vnc-cloud-import.ts"), "utf8");
    await writeFile(join(stack.program, "index.ts"), program);
    const preview = await stack.run("preview", "--expect-no-changes");
    expect(preview.requests).to.deep.equal([]);
    const refresh = await stack.refresh("--expect-no-changes");
    expect(countsOf(refresh)).to.deep.equal({ details: 4 });
    await stack.run("preview", "--refresh", "--expect-no-changes");
  });

  it("no password was reset, and what was imported is managed from then on", async () => {
    stack.allowSecretsIn("vnc-cloud-import.json");
    await stack.expectSettled();
    expect(emulator.requestCounts()).to.include({ reset: 0, change: 0, create: 0, delete: 0 });
    await stack.edit("index.ts", '"on call"', '"night shift"');
    const up = await stack.up();
    expect(up.requests.map(({ operation, ifMatch }) => [operation, ifMatch])).to.deep.equal([
      ["change", '"7"'],
      ["ready", undefined],
      ["details", undefined],
    ]);
  });

  it("what a stack manages is left out when its export is given", async () => {
    const [extra] = emulator.seed([{ allowedActions: ["connect"] }]);
    const { stdout } = await stack.pulumi("stack", "export");
    const words = ["import", "--all", "--exclude-managed", "-", "--out", "rest.json", "--json"];
    const written = await vncCloud(words, stdout);
    expect(JSON.parse(written.output)).to.deep.include({ imported: 1, skipped: { managed: 4, deleted: 0 } });
    const file = JSON.parse(await readFile(join(stack.program, "rest.json"), "utf8")) as {
      resources: { id: string }[];
    };
    expect(file.resources.map(({ id }) => id)).to.deep.equal([extra]);
  });

  it("destroy deletes what was imported, once its protection is taken off", async () => {
    const [extra] = stack.emulator.snapshot().addresses.slice(-1);
    const refused = await stack.attempt("destroy", "--yes", "--skip-preview");
    expect(refused.exitCode).not.to.equal(0);
    expect(refused.requests.filter(({ operation }) => operation === "delete")).to.deep.equal([]);
    await stack.pulumi("state", "unprotect", "--all", "--yes");
    const destroy = await stack.destroy();
    expect(countsOf(destroy)).to.deep.equal({ delete: 4 });
    const left = emulator.snapshot().addresses.map(({ cloudAddress }) => cloudAddress);
    expect(left).to.deep.equal([extra?.cloudAddress]);
  });
});
