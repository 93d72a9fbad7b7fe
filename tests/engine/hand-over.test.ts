import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { Stack, writesOf } from "./support/stack";

// Types are checked by the examples' own tests; here only what they do counts.
const environment = { PULUMI_NODEJS_TRANSPILE_ONLY: "true" };

describe("handing credentials over, under the real engine", function () {
  this.timeout(180_000);

  /** The text of a file that only its owner can read. */
  async function secretFile(stack: Stack, ...path: string[]): Promise<string> {
    const file = join(stack.program, ...path);
    expect((await stat(file)).mode & 0o777).to.equal(0o600);
    return readFile(file, "utf8");
  }
  async function expectSecret(stack: Stack, output: string): Promise<void> {
    expect((await stack.outputs())[output]).to.equal("[secret]");
  }

  describe("to Kubernetes", () => {
    let stack: Stack;
    before(async () => (stack = await Stack.create({ example: "kubernetes-secret" }, { environment })));
    after(() => stack.dispose());

    it("up writes the manifest of a Secret that only its owner can read, and a preview writes nothing", async () => {
      stack.allowSecretsIn("pump-secret.json");
      await stack.preview();
      expect((await readdir(stack.program)).filter((name) => name.startsWith("pump-secret"))).to.deep.equal(
        [],
      );
      await stack.up();
      const manifest = JSON.parse(await secretFile(stack, "pump-secret.json")) as Record<string, unknown>;
      const { pump } = await stack.state();
      expect(manifest).to.deep.equal({
        apiVersion: "v1",
        kind: "Secret",
        metadata: { name: "pump-vnc" },
        type: "Opaque",
        stringData: { cloudAddress: pump?.id, cloudPassword: (await stack.passwords()).pump },
      });
      await stack.expectSettled();
      expect((await readdir(stack.program)).filter((name) => name.startsWith("pump-secret"))).to.deep.equal([
        "pump-secret.json",
      ]);
    });
  });

  describe("to devices", () => {
    let stack: Stack;
    before(async () => (stack = await Stack.create({ example: "device-config-file" }, { environment })));
    after(() => stack.dispose());

    it("up writes a file for each device, that only its owner can read", async () => {
      await stack.up();
      const passwords = await stack.passwords();
      const state = await stack.state();
      for (const serialNumber of ["SN-0001", "SN-0002"]) {
        const name = `kiosks-${serialNumber}`;
        stack.allowSecretsIn(join("device-files", `${serialNumber}.conf`));
        expect(await secretFile(stack, "device-files", `${serialNumber}.conf`)).to.equal(
          `CloudAddress=${state[name]?.id}\nCloudPassword=${passwords[name]}\n`,
        );
      }
      expect((await stat(join(stack.program, "device-files"))).mode & 0o777).to.equal(0o700);
      await stack.expectSettled();
    });
  });

  describe("to another stack", () => {
    let viewers: Stack;
    let devices: Stack;
    before(async () => {
      viewers = await Stack.create({ example: "stack-reference/viewers" }, { environment });
      devices = await Stack.create({ example: "stack-reference/devices" }, { environment, beside: viewers });
    });
    after(() => devices.dispose());
    after(() => viewers.dispose());

    it("a stack reference brings addresses for access lists, and credentials that stay secret all the way", async () => {
      await viewers.up();
      await devices.pulumi("config", "set", "viewers", "organization/vnc-cloud-viewers/dev");
      await devices.up();
      const kim = (await viewers.state())["viewer-kim"]?.id;
      const { pump } = await devices.state();
      expect(pump?.outputs.accessControl).to.deep.equal({ cloudAddresses: [kim] });
      await expectSecret(viewers, "credentials");
      await expectSecret(devices, "callPump");
      const password = (await viewers.passwords())["viewer-kim"];
      expect(await devices.output("callPump")).to.deep.equal({
        cloudAddress: kim,
        cloudPassword: password,
        peer: pump?.id,
      });
      expect((await devices.pulumi("stack", "export")).stdout).not.to.contain(password);
    });
  });

  describe("by blue/green rotation", () => {
    let stack: Stack;
    before(async () => (stack = await Stack.create({ example: "blue-green-rotation" }, { environment })));
    after(() => stack.dispose());

    it("a second address is made, handed over, called, and then the first retires: no reset, no outage", async () => {
      const set = (...args: string[]) => stack.pulumi("config", "set", ...args);
      await stack.up();
      const { "kiosk-blue": blue } = await stack.state();
      await set("--path", "colours[0]", "blue");
      await set("--path", "colours[1]", "green");
      const second = await stack.up();
      expect(second.operations).to.deep.equal({ "kiosk-green": "create" });
      const { "kiosk-green": green } = await stack.state();
      await expectSecret(stack, "handOver");
      expect(Object.keys((await stack.output("handOver")) as object)).to.have.members(["blue", "green"]);
      expect((await stack.outputs()).addressBook).to.deep.equal({ kiosk: blue?.id });
      await set("live", "green");
      const called = await stack.up();
      expect(called.requests).to.deep.equal([]);
      expect((await stack.outputs()).addressBook).to.deep.equal({ kiosk: green?.id });
      await stack.pulumi("config", "rm", "--path", "colours[0]");
      const retired = await stack.up();
      expect(writesOf(retired)).to.deep.equal(["delete"]);
      await stack.expectSettled();
      expect(Object.keys(await stack.state())).to.deep.equal(["kiosk-green"]);
    });
  });
});
