import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { inspectRoot } from "../../../tools/engine/finding/inspect-root";
import { PulumiSession } from "../../../tools/engine/session/pulumi-session";
import { fakeInstallation } from "./fake-installation";
import { useTemporaryFolder } from "./temporary-folder";

// Answers as an installation first; else it says what it was given.
const echoing = `
case "$1" in
  version) echo v3.255.0 ;;
  environment) env ;;
  fail) echo out; echo err >&2; exit 7 ;;
  hang) trap 'exit 9' INT; touch started; while :; do sleep 0.05; done ;;
  *) echo "$PWD: $*" ;;
esac`;

describe("a session of the Pulumi command line", () => {
  const inFolder = useTemporaryFolder();
  const outside = { PULUMI_STACK: "theirs", PULUMI_ACCESS_TOKEN: "theirs", VNC_CLOUD_API_KEY: "theirs" };
  let session: PulumiSession;

  beforeEach(async () => {
    Object.assign(process.env, outside);
    const found = await inspectRoot(await fakeInstallation(inFolder("pulumi"), { script: echoing }));
    if ("fault" in found) throw new Error(found.fault);
    session = await PulumiSession.start(found.engine);
    await mkdir(inFolder("program"));
  });
  afterEach(async () => {
    for (const name of Object.keys(outside)) delete process.env[name];
    await session.dispose();
  });

  async function environment(env: Record<string, string | undefined> = {}): Promise<Record<string, string>> {
    const { stdout } = await session.run(["environment"], { cwd: inFolder("program"), env });
    const variables = stdout.split("\n").map((line) => line.split(/=(.*)/s, 2) as [string, string]);
    return Object.fromEntries(variables);
  }

  it("runs in the program's folder and never asks", async () => {
    const { stdout } = await session.run(["up", "--yes"], { cwd: inFolder("program"), colour: true });
    expect(stdout).to.equal(`${inFolder("program")}: up --yes --non-interactive --color always\n`);
  });

  it("keeps what a person has set for their own stacks and addresses from the program", async () => {
    expect(await environment()).not.to.have.any.keys(...Object.keys(outside));
  });

  it("keeps home, state and temporary files in a folder that is gone after it", async () => {
    const { PULUMI_HOME = "", PULUMI_BACKEND_URL = "", TMPDIR = "" } = await environment();
    const folders = [PULUMI_HOME, fileURLToPath(PULUMI_BACKEND_URL), TMPDIR];
    expect(folders.map(existsSync)).to.deep.equal([true, true, true]);
    expect(new Set(folders.map(dirname)).size).to.equal(1);
    await session.dispose();
    expect(existsSync(dirname(TMPDIR))).to.equal(false);
  });

  it("looks for nothing in the network", async () => {
    expect(await environment()).to.include({
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    });
  });

  it("finds the engine's own parts first and runs programs on this Node.js", async () => {
    const { PATH = "" } = await environment();
    expect(PATH.split(":").slice(0, 2)).to.deep.equal([inFolder("pulumi", "bin"), dirname(process.execPath)]);
  });

  it("takes variables for one command, and takes variables away", async () => {
    expect(await environment({ VNC_CLOUD_API_KEY: "ours", PULUMI_SKIP_UPDATE_CHECK: undefined }))
      .to.include({ VNC_CLOUD_API_KEY: "ours" })
      .and.not.to.have.property("PULUMI_SKIP_UPDATE_CHECK");
  });

  it("gives a failed command back as a result", async () => {
    expect(await session.run(["fail"], { cwd: inFolder("program") })).to.deep.equal({
      exitCode: 7,
      stdout: "out\n",
      stderr: "err\n",
    });
  });

  it("interrupts a command as Ctrl-C does", async () => {
    const interruption = new AbortController();
    const command = session.run(["hang"], { cwd: inFolder("program"), signal: interruption.signal });
    while (!existsSync(inFolder("program", "started"))) await pause(20);
    interruption.abort();
    expect(await command).to.include({ exitCode: 9 });
  });
});
