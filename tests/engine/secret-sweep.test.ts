import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { startEmulator, type Emulator } from "../../emulator";
import { canary } from "../support/provider-fixture";
import { formsOf } from "../support/secret-forms";
import { descendants } from "./support/processes";
import { Stack } from "./support/stack";

const other = { apiKey: "other-canary-key-52c1", apiSecret: "other-canary-secret-7f31" };

const program = `
  const viewer = new CloudAddress("viewer", { action: "connect", passwordVersion: process.env.VERSION });
  new CloudAddress("server", { action: "listen", accessControl: { cloudAddresses: [viewer.cloudAddress] } });
  new CloudAddress("elsewhere", { action: "connect", account: "other" });
  module.exports = { password: viewer.cloudPassword };
`;

/** What `vnc-cloud` reads, which looks into no stack's configuration. */
const credentials = {
  VNC_CLOUD_API_KEY: canary.apiKey,
  VNC_CLOUD_API_SECRET: canary.apiSecret,
  VNC_CLOUD_OTHER_API_KEY: other.apiKey,
  VNC_CLOUD_OTHER_API_SECRET: other.apiSecret,
};

/** Whatever shows or writes a state, a change or the configuration, and is not told to show secrets. */
const showing: readonly string[] = [
  "pulumi preview --diff --debug",
  "pulumi preview --json > preview.json",
  "pulumi preview --save-plan plan.json",
  "pulumi stack export --file export.json",
  "pulumi stack output",
  "pulumi stack history --json > history.json",
  "pulumi stack graph graph.dot",
  "pulumi config --json",
  "pulumi stack --show-urns --show-ids",
  "vnc-cloud list --details",
  "vnc-cloud audit --json > audit.json",
  "vnc-cloud access export.json --html > access.html",
  "vnc-cloud import --all",
];

describe("a sweep for secrets, under the real engine", function () {
  this.timeout(180_000);
  let emulator: Emulator;
  let stack: Stack;
  before(async () => {
    emulator = await startEmulator({ accounts: [canary, other] });
    stack = await Stack.create(program, { emulator });
    for (const secret of Object.values(other)) stack.addSecret(secret);
  });
  after(() => stack.dispose());
  afterEach(() => stack.expectNoSecrets());

  async function configure(path: string, value: string): Promise<void> {
    await stack.pulumi("config", "set", "--secret", "--path", `vnc-cloud:${path}`, value);
  }

  it("finds none in arguments of processes or temporary files while an address is created", async () => {
    const { apiKey, apiSecret } = canary;
    await configure("apiKey", apiKey);
    await configure("apiSecret", apiSecret);
    for (const [member, value] of Object.entries({ ...other, endpoint: emulator.endpoint }))
      await configure(`accounts.other.${member}`, value);
    stack.environment["VNC_CLOUD_API_KEY"] = undefined;
    stack.environment["VNC_CLOUD_API_SECRET"] = undefined;
    stack.environment["VNC_CLOUD_REQUEST_TIMEOUT_SECONDS"] = "3";
    const [plan] = emulator.planFaults([{ operation: "details", fault: { kind: "stall" } }]);

    const up = stack.up("--debug", "--diff");
    while (!emulator.faults().some(({ id, fired }) => id === plan && fired > 0))
      await new Promise((resolve) => setTimeout(resolve, 20));
    const commands = (await descendants()).map(({ command }) => command).join("\n");
    expect(commands).to.contain("pulumi").and.to.contain("dynamic-provider");
    stack.print(commands);
    await stack.expectNoSecrets();
    emulator.clearFaults();
    await up;
  });

  it("finds none in what an update, a password reset and a refresh print at --debug", async () => {
    stack.environment["VERSION"] = "2";
    await stack.up("--debug", "--diff");
    await stack.refresh("--debug", "--diff");
    expect(await stack.passwords()).to.have.keys("viewer", "server", "elsewhere");
  });

  for (const command of showing) {
    it(`finds none in what "${command}" prints or writes`, async () => {
      const { exitCode, stdout, stderr } = await stack.shell(command, credentials);
      expect(exitCode, stdout + stderr).to.equal(0);
    });
  }
});

describe("logs that Pulumi writes in the clear, as SECURITY.md says", function () {
  this.timeout(120_000);
  let stack: Stack;
  before(async () => (stack = await Stack.create(program.replace(/.*"other".*/, ""))));
  after(() => stack.dispose());

  it("have the passwords, but neither the API key nor its secret if those come from the environment", async () => {
    stack.environment["PULUMI_DEBUG_GRPC"] = join(stack.folder, "grpc.json");
    const { stderr } = await stack.up("--logtostderr", "-v=9");
    const log = stderr + (await readFile(join(stack.folder, "grpc.json"), "utf8"));
    const { viewer = "" } = await stack.passwords();
    expect(log).to.contain(viewer);
    for (const secret of [canary.apiKey, canary.apiSecret])
      expect(formsOf(secret).filter((form) => log.includes(form))).to.deep.equal([]);
  });
});
