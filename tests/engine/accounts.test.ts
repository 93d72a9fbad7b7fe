import { expect } from "chai";
import { startEmulator, type Emulator } from "../../emulator";
import { canary } from "../support/provider-fixture";
import { countsOf, Stack, writesOf } from "./support/stack";

const eu = { apiKey: "eu-key", apiSecret: "eu-secret-5d1e" };
const us = { apiKey: "us-key", apiSecret: "us-secret-77a0" };
const rotated = { apiKey: "canary-key-new", apiSecret: "canary-secret-new-2b" };

const program = (account: string): string => `
  new CloudAddress("here", { action: "connect" });
  new CloudAddress("there", { action: "connect", account: "${account}" });
`;

describe("several accounts and changed keys under the real engine", function () {
  this.timeout(180_000);
  let emulator: Emulator;
  let stack: Stack;
  const environment: Record<string, string> = {
    VNC_CLOUD_US_API_KEY: us.apiKey,
    VNC_CLOUD_US_API_SECRET: us.apiSecret,
  };
  before(async () => {
    emulator = await startEmulator({
      accounts: [{ ...canary, account: "shop" }, { ...rotated, account: "shop" }, eu, us],
    });
    stack = await Stack.create(program("eu"), { emulator, environment });
    const set = (name: string, value: string) =>
      stack.pulumi("config", "set", "--path", "--secret", `vnc-cloud:accounts.eu.${name}`, value);
    await set("apiKey", eu.apiKey);
    await set("apiSecret", eu.apiSecret);
  });
  after(() => stack.dispose());

  const ownersOf = async (): Promise<Record<string, unknown>> => {
    const owners = new Map(
      emulator.snapshot().addresses.map(({ cloudAddress, owner }) => [cloudAddress, owner]),
    );
    return Object.fromEntries(
      Object.entries(await stack.state()).map(([name, { id }]) => [name, owners.get(id)]),
    );
  };
  const useKey = ({ apiKey, apiSecret }: typeof canary): void => {
    Object.assign(stack.environment, { VNC_CLOUD_API_KEY: apiKey, VNC_CLOUD_API_SECRET: apiSecret });
  };

  it("one program makes addresses in the default account and in one of the stack configuration", async () => {
    await stack.up();
    const { here, there } = await ownersOf();
    expect(here).not.to.equal(there);
    await stack.expectSettled();
    expect((await stack.pulumi("stack", "export")).stdout).not.to.contain(eu.apiSecret);
  });

  it("another account, here one of the environment, replaces the address", async () => {
    const before = await stack.state();
    await stack.write(program("us"));
    const preview = await stack.preview();
    expect(preview.operations.there).to.match(/create-replacement .*replace/);
    const up = await stack.up();
    expect(writesOf(up)).to.deep.equal(["create", "delete"]);
    const after = await stack.state();
    expect(after.there?.id).not.to.equal(before.there?.id);
    expect(after.here?.id).to.equal(before.here?.id);
    await stack.expectSettled();
  });

  it("an account that is not configured is an error that names the keys and the variables", async () => {
    await stack.write(program("apac"));
    const preview = await stack.attempt("preview");
    expect(preview.exitCode).not.to.equal(0);
    expect(preview.stdout)
      .to.contain("vnc-cloud:accounts.apac.apiKey")
      .and.to.contain("VNC_CLOUD_APAC_API_SECRET");
    await stack.write(program("us"));
  });

  it("A31: under a key that does not see the addresses nothing is dropped and nothing written, and the error says what to do", async () => {
    const before = await stack.state();
    const passwords = await stack.passwords();
    useKey(rotated);
    for (const run of [
      await stack.attempt("refresh", "--yes", "--skip-preview"),
      await stack.attempt("preview", "--refresh"),
    ]) {
      expect(run.exitCode).not.to.equal(0);
      const said = run.stdout + run.stderr;
      expect(said).to.contain(before.here?.outputs.keyFingerprint);
      expect(said).to.match(/vnc-cloud:apiKey \(or VNC_CLOUD_API_KEY\) is the key [0-9a-f]{12}/);
      expect(said).to.match(/"pulumi refresh --run-program" with the new key.*"pulumi state delete"/);
      expect(
        run.requests
          .filter(({ path }) => path.includes(before.here?.id as string))
          .every(({ method }) => method === "GET"),
      ).to.equal(true);
    }
    const { cloudPassword: _encrypted, ...outputs } = before.here?.outputs as Record<string, unknown>;
    expect((await stack.state()).here?.outputs).to.deep.include(outputs);
    expect(await stack.passwords()).to.deep.equal(passwords);
  });

  it("under a wrong secret too: 401 is never gone", async () => {
    useKey({ ...canary, apiSecret: "wrong" });
    const refresh = await stack.attempt("refresh", "--yes", "--skip-preview");
    expect(refresh.exitCode).not.to.equal(0);
    expect(refresh.stdout).to.contain("VNC_CLOUD_API_SECRET");
    expect(Object.keys(await stack.state())).to.have.members(["here", "there"]);
  });

  it("A32: a key that was rotated within its account takes the addresses over with a refresh, and says so once", async () => {
    const { here } = await stack.state();
    emulator.setQuirks({ accountWide: true });
    useKey(rotated);
    const refused = await stack.attempt(
      "destroy",
      "--yes",
      "--skip-preview",
      "--target",
      here?.urn as string,
    );
    expect(refused.exitCode).not.to.equal(0);
    expect(writesOf(refused)).to.deep.equal([]);
    const refresh = await stack.refresh();
    expect(countsOf(refresh)).to.deep.equal({ details: 2 });
    expect(
      (refresh.stdout.split("Diagnostics:")[1] ?? "").match(/sees addresses of the key/g),
    ).to.have.length(1);
    const after = await stack.state();
    expect(after.here?.id).to.equal(here?.id);
    expect(after.here?.outputs.keyFingerprint).not.to.equal(here?.outputs.keyFingerprint);
    await stack.expectSettled();
    expect(writesOf(await stack.destroy())).to.deep.equal(["delete", "delete"]);
  });
});
