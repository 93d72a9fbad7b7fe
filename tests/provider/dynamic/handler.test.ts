import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { providerText } from "../../../provider";
import { startEmulator } from "../../../emulator";
import { DynamicHost, type HostError } from "../../support/dynamic-host";
import { canary, ProviderFixture } from "../../support/provider-fixture";

const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

describe("the dynamic handler", () => {
  it("__provider is one constant text under 600 bytes", () => {
    expect(providerText).to.equal(
      'exports.handler=()=>{try{return require("pulumi-vnc-cloud/provider").handler()}catch(e){throw Object.assign(' +
        'Error("Cannot load pulumi-vnc-cloud: keep it installed beside the program until its cloud addresses are ' +
        'deleted. "+e.message),{stack:""})}}',
    );
    expect(Buffer.byteLength(providerText)).to.be.below(600);
  });

  it("says what to install where the package is missing", async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), "vnc-cloud-"));
    const host = await DynamicHost.start({ cwd: elsewhere });
    const error = (await host.create({ action: "connect" }).catch((caught: unknown) => caught)) as HostError;
    await host.stop();
    await rm(elsewhere, { recursive: true });
    expect(error.message).to.match(/^Cannot load pulumi-vnc-cloud: keep it installed .* Cannot find module/);
  });

  it("configures itself before the first of many concurrent calls on a fresh host", async () => {
    const emulator = await startEmulator({ accounts: [canary] });
    const host = await DynamicHost.start({
      configuration: {
        "vnc-cloud:endpoint": emulator.endpoint,
        "vnc-cloud:apiKey": canary.apiKey,
        "vnc-cloud:apiSecret": canary.apiSecret,
      },
    });
    const made = await Promise.all(Array.from({ length: 20 }, () => host.create({ action: "connect" })));
    expect(new Set(made.map(({ id }) => id)).size).to.equal(20);
    await host.stop();
    await emulator.close();
  });

  it("uses the accounts object of the stack configuration", async () => {
    const emulator = await startEmulator({
      accounts: [canary, { apiKey: "eu-key", apiSecret: "eu-secret" }],
    });
    const host = await DynamicHost.start({
      configuration: {
        "vnc-cloud:endpoint": emulator.endpoint,
        "vnc-cloud:accounts": JSON.stringify({ eu: { apiKey: "eu-key", apiSecret: "eu-secret" } }),
      },
    });
    const { id, state } = await host.create({ action: "connect", account: "eu" });
    expect(state.account).to.equal("eu");
    const owners = new Map(
      emulator.snapshot().addresses.map(({ cloudAddress, owner }) => [cloudAddress, owner]),
    );
    expect(owners.get(id)).to.equal(emulator.snapshot().addresses[0]?.owner);
    const { failures } = await host.check({}, { action: "connect" });
    expect(failures.map(({ reason }) => reason).join()).to.contain("vnc-cloud:apiKey");
    await host.stop();
    await emulator.close();
  });

  it("reports in check what no client can be made of, by configuration key and environment variable", async () => {
    const host = await DynamicHost.start({
      configuration: {
        "vnc-cloud:apiKey": canary.apiKey,
        "vnc-cloud:apiSecret": canary.apiSecret,
        "vnc-cloud:endpoint": "http://vnc.example/cloud/1.1",
        "vnc-cloud:parallel": "1001",
      },
    });
    const { failures } = await host.check({}, { action: "connect" });
    await host.stop();
    expect(failures).to.have.length(1);
    expect(failures[0]?.reason)
      .to.match(/vnc-cloud:endpoint .*VNC_CLOUD_ENDPOINT.* must use https/)
      .and.to.match(/vnc-cloud:parallel .*VNC_CLOUD_PARALLEL.* from 1 to 1000\.$/);
  });

  describe("over gRPC", () => {
    let fixture: ProviderFixture;
    before(async () => (fixture = await ProviderFixture.start()));
    after(() => fixture.stop());

    it("check passes unknown values unchanged and sends no request", async () => {
      const inputs = { action: "listen", accessControl: { cloudAddresses: [unknown], groups: unknown } };
      const result = await fixture.host.check({}, inputs);
      expect(result).to.deep.equal({ inputs: { ...inputs, __provider: providerText }, failures: [] });
      expect(fixture.requests()).to.equal("");
    });

    it("check reports every fault on its property", async () => {
      const { failures } = await fixture.host.check(
        {},
        { action: "connect", groups: [], passwordVersion: {}, gruops: [] },
      );
      expect(failures.map(({ property }) => property)).to.deep.equal(["groups", "passwordVersion", "gruops"]);
    });

    it("never sends undefined, which would fail the whole call", async () => {
      const { id, state } = await fixture.host.create({ action: "listen" });
      expect(Object.values(state)).not.to.include(undefined);
      const result = await fixture.host.read(id, state);
      expect(await fixture.host.update(id, result.state, { action: "listen" })).to.deep.equal(result.state);
    });

    it("an error leaves as its message: no stack, no id, no code", async () => {
      const { id, state } = await fixture.host.create({ action: "connect" });
      fixture.emulator.planFaults([
        { operation: "details", fault: { kind: "status", status: 400, errorCode: 1007 } },
      ]);
      const error = (await fixture.host.read(id, state).catch((caught: unknown) => caught)) as HostError;
      expect(error.status).to.equal(2);
      expect(error.partial).to.equal(undefined);
      expect(fixture.host.output).not.to.match(/^\s+at /m);
    });

    it("a report of several lines goes to the engine whole, and is printed beside it as its first line", async () => {
      const { id, state } = await fixture.host.create({ action: "connect" });
      fixture.emulator.editAddress(id, { groups: ["moved"] });
      const before = fixture.host.output.length;
      const error = (await fixture.host.delete(id, state).catch((caught: unknown) => caught)) as HostError;
      expect(error.message).to.match(/^Conflict, .*\n {2}groups\n {4}last seen/s);
      expect(fixture.host.output.slice(before)).to.contain("Conflict, ").and.not.to.contain("last seen");
    });

    it("no secret is in anything that the process printed", () => {
      expect(fixture.host.output).not.to.contain(canary.apiSecret).and.not.to.contain(canary.apiKey);
    });
  });
});
