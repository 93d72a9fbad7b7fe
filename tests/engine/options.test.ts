import { expect } from "chai";
import { countsOf, Stack, writesOf } from "./support/stack";

/** One address for each option of Pulumi; what is left out of the program is removed. */
const addresses = {
  ignored: '{ action: "connect", groups: ["a"] }, { ignoreChanges: ["groups"] }',
  ignoredLater: '{ action: "connect", groups: ["b"] }, { ignoreChanges: ["groups"] }',
  protected: '{ action: "connect", groups: ["a"] }, { protect: true }',
  retained: '{ action: "connect", groups: ["a"] }, { retainOnDelete: true }',
  replaced: '{ action: "connect", groups: ["a"] }, { deleteBeforeReplace: true }',
  replacedLater: '{ action: "listen", accessControl: { groups: ["a"] } }, { deleteBeforeReplace: true }',
  renamed: '{ action: "connect", groups: ["a"] }',
  renamedLater:
    '{ action: "connect", groups: ["a"] }, { parent, aliases: [{ name: "renamed", parent: pulumi.rootStackResource }] }',
  secret: '{ action: "connect" }, { additionalSecretOutputs: ["keyFingerprint"] }',
};

function program(declared: Record<string, keyof typeof addresses>): string {
  const lines = Object.entries(declared).map(
    ([name, key]) => `new CloudAddress("${name}", ${addresses[key]});`,
  );
  return ['const parent = new pulumi.ComponentResource("test:index:Room", "room");', ...lines].join("\n");
}

describe("Pulumi's resource options under the real engine", function () {
  this.timeout(180_000);
  let stack: Stack;
  const ids: Record<string, string> = {};
  const held = (name: string) =>
    stack.emulator.snapshot().addresses.find(({ cloudAddress }) => cloudAddress === ids[name]);

  before(async () => {
    stack = await Stack.create(
      program({
        ignored: "ignored",
        protected: "protected",
        retained: "retained",
        replaced: "replaced",
        renamed: "renamed",
        secret: "secret",
      }),
    );
    await stack.up();
    for (const [name, { id }] of Object.entries(await stack.state())) ids[name] = id;
  });
  after(() => stack.dispose());

  it("additionalSecretOutputs adds to the password, which stays a secret", async () => {
    const { secret } = await stack.state();
    for (const name of ["keyFingerprint", "cloudPassword"])
      expect(secret?.outputs[name], name).to.have.property("ciphertext");
  });

  it("an up with everything edited does what each option says", async () => {
    await stack.write(
      program({
        ignored: "ignoredLater",
        protected: "protected",
        replaced: "replacedLater",
        moved: "renamedLater",
        secret: "secret",
      }),
    );
    const up = await stack.up();
    expect(up.operations).to.include({ replaced: "delete-replaced replace create-replacement" });
    expect(up.operations).not.to.have.any.keys("ignored", "protected", "renamed", "moved", "secret");
    // Nothing but the replacement, the old address first.
    expect(up.requests.map(({ operation }) => operation)).to.deep.equal([
      "delete",
      "create",
      "ready",
      "details",
    ]);
    expect(up.requests[0]?.cloudAddress).to.equal(ids.replaced);
  });

  it("ignoreChanges leaves what is declared aside, and drift as well", async () => {
    expect(held("ignored")?.groups).to.deep.equal(["a"]);
    stack.emulator.editAddress(ids.ignored as string, { groups: ["elsewhere"] });
    const up = await stack.up("--refresh");
    expect(writesOf(up)).to.deep.equal([]);
    expect(held("ignored")?.groups).to.deep.equal(["elsewhere"]);
  });

  it("aliases keep the address when its resource is renamed and moved", async () => {
    const state = await stack.state();
    expect(state.moved?.id).to.equal(ids.renamed);
    expect(state).not.to.have.property("renamed");
  });

  it("retainOnDelete takes the address out of the state and leaves it at the service", async () => {
    expect(await stack.state()).not.to.have.property("retained");
    expect(held("retained")?.groups).to.deep.equal(["a"]);
    stack.emulator.deleteAddress(ids.retained as string);
    await stack.expectSettled();
  });

  for (const [deed, lines] of [
    [
      "removed",
      program({
        ignored: "ignoredLater",
        replaced: "replacedLater",
        moved: "renamedLater",
        secret: "secret",
      }),
    ],
    [
      "replaced",
      program({
        ignored: "ignoredLater",
        replaced: "replacedLater",
        moved: "renamedLater",
        secret: "secret",
      }) +
        '\nnew CloudAddress("protected", { action: "listen", accessControl: { groups: ["a"] } }, { protect: true });',
    ],
  ] as const) {
    it(`protect keeps an address from being ${deed}, and nothing is asked`, async () => {
      await stack.write(lines);
      const up = await stack.attempt("up", "--yes", "--skip-preview");
      expect(up).to.deep.include({ exitCode: 1, requests: [] });
      expect(up.stdout + up.stderr).to.contain("protect");
      expect(held("protected")).to.be.an("object");
    });
  }

  it("destroy --exclude-protected deletes all others", async () => {
    const destroy = await stack.destroy("--exclude-protected");
    expect(countsOf(destroy)).to.deep.equal({ delete: 4 });
    expect(stack.emulator.snapshot().addresses.map(({ cloudAddress }) => cloudAddress)).to.deep.equal([
      ids.protected,
    ]);
    await stack.expectNoSecrets();
  });
});
