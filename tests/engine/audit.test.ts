import { expect } from "chai";
import type { Finding } from "../../cli/audit/finding";
import { runInProcess } from "../cli/command/run-in-process";
import { canary } from "../support/provider-fixture";
import { killEngines } from "./support/kill-engines";
import { Stack } from "./support/stack";

const marker = "iac:shop/dev";
const program = (names: string[]): string =>
  names.map((name) => `new CloudAddress("${name}", { action: "connect", groups: ["support"] });`).join("\n");

describe("vnc-cloud audit of what the real engine wrote", function () {
  this.timeout(120_000);
  let stack: Stack;
  before(async () => {
    const environment = { VNC_CLOUD_OWNERSHIP_GROUP: marker };
    stack = await Stack.create(program(["first"]), { environment });
    await stack.up();
  });
  after(() => stack.dispose());

  async function audit(...words: string[]): Promise<{ code: number; findings: Finding[] }> {
    const { stdout } = await stack.pulumi("stack", "export");
    const result = await runInProcess(["audit", "-", "--json", ...words], {
      input: stdout,
      environment: {
        VNC_CLOUD_ENDPOINT: stack.emulator.endpoint,
        VNC_CLOUD_API_KEY: canary.apiKey,
        VNC_CLOUD_API_SECRET: canary.apiSecret,
      },
    });
    expect(result.output, result.errors).not.to.equal("");
    return { code: result.code, findings: (JSON.parse(result.output) as { findings: Finding[] }).findings };
  }

  it("is clean after up, ownership markers and all", async () => {
    expect(await audit()).to.deep.equal({ code: 0, findings: [] });
  });

  it("is clean again after a change, a reset and a refresh that took drift in and wrote it back", async () => {
    const { first } = await stack.state();
    const [remote] = stack.emulator.snapshot().addresses;
    const marked = remote?.groups?.filter((group) => group.startsWith(marker)) ?? [];
    stack.emulator.editAddress(first?.id as string, { groups: ["intruders", ...marked] });
    expect((await audit()).findings.map(({ kind }) => kind)).to.deep.equal(["drift"]);
    await stack.up("--refresh");
    expect(await audit()).to.deep.equal({ code: 0, findings: [] });
  });

  it("finds what a killed up left, names its resource, and deletes that and nothing else", async () => {
    const { first } = await stack.state();
    await stack.write(program(["first", "second"]));
    stack.emulator.setReadiness({ mode: "manual" });
    const killed = stack.attempt("up", "--yes", "--skip-preview");
    const isPolled = () => stack.emulator.journal().at(-1)?.operation === "ready";
    while (!isPolled()) await new Promise((resolve) => setTimeout(resolve, 20));
    await killEngines();
    expect((await killed).exitCode).not.to.equal(0);
    stack.emulator.setReadiness({ mode: "immediate" });

    const { code, findings } = await audit();
    expect(code).to.equal(2);
    expect(findings.map(({ kind }) => kind)).to.deep.equal(["orphan"]);
    expect(findings[0]?.resource).to.match(/::second$/);
    expect(findings[0]?.detail)
      .to.contain(`the stack marked "${marker}" made it for "second"`)
      .and.contain("a run broke off while creating second");

    expect((await audit("--delete-orphans", "--yes")).code).to.equal(0);
    expect(stack.emulator.snapshot().addresses.map(({ cloudAddress }) => cloudAddress)).to.deep.equal([
      first?.id,
    ]);
    expect(await audit()).to.deep.equal({ code: 0, findings: [] });
  });
});
