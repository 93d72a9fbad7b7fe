import { expect } from "chai";
import { countsOf, Stack, writesOf } from "./support/stack";

/** Each program: who is there besides `own`, which the stack makes itself. */
const program = (...declarations: string[]): string =>
  ['new CloudAddress("own", { action: "connect" });', ...declarations].join("\n");
const viewer = (inputs: string): string => `new CloudAddress("viewer", { action: "connect", ${inputs} });`;

describe("adopt under the real engine", function () {
  this.timeout(180_000);
  let stack: Stack;
  let existing: string;
  let other: string;
  before(async () => {
    stack = await Stack.create(program());
    await stack.up();
    [existing, other] = stack.emulator.seed([
      { allowedActions: ["connect"], groups: ["support"], cloudPassword: "known to the device" },
      { allowedActions: ["connect"], groups: ["support"], cloudPassword: "known as well" },
    ]) as [string, string];
  });
  after(() => stack.dispose());

  const remote = (id: string) =>
    stack.emulator.snapshot().addresses.find(({ cloudAddress }) => cloudAddress === id);

  const refusals: [string, () => Promise<string> | string, RegExp][] = [
    [
      "what another resource of the stack manages",
      async () => viewer(`adopt: "${(await stack.state()).own?.id}"`),
      /cannot be managed by both "\w+" and "\w+"/,
    ],
    [
      "what does not exist",
      () => viewer('adopt: "a.b.c.d"'),
      /does not exist, or it belongs to another API key/,
    ],
    [
      "what has another action",
      () => `new CloudAddress("viewer", { action: "listen", adopt: "${existing}" });`,
      /its action is "connect", the program declares "listen"/,
    ],
  ];
  for (const [name, declaration, message] of refusals) {
    it(`refuses ${name} with an error that says so, and changes nothing`, async () => {
      const before = stack.emulator.snapshot();
      await stack.write(program(await declaration()));
      const up = await stack.attempt("up", "--yes", "--skip-preview");
      expect(up.exitCode).not.to.equal(0);
      expect(up.stdout + up.stderr).to.match(message);
      expect(writesOf(up)).to.deep.equal([]);
      expect(stack.emulator.snapshot()).to.deep.equal(before);
      expect(Object.keys(await stack.state())).to.deep.equal(["own"]);
    });
  }

  it("a preview shows that an address which is to be adopted is managed already", async () => {
    await stack.write(program(viewer(`adopt: "${(await stack.state()).own?.id}"`)));
    const preview = await stack.attempt("preview");
    expect(preview.exitCode).not.to.equal(0);
    expect(preview.stdout).to.match(/cannot be managed by both "(own|viewer)" and "(own|viewer)"/);
    expect(preview.stdout).not.to.match(/^\s+at .*\.js:\d+/m);
    expect(preview.requests).to.deep.equal([]);
  });

  it("that fails after its change is resumed by the next up", async () => {
    await stack.write(program(viewer(`groups: ["sales"], adopt: "${existing}"`)));
    stack.emulator.planFaults([{ operation: "ready", fault: { kind: "status", status: 400 } }]);
    const failed = await stack.attempt("up", "--yes", "--skip-preview");
    expect(failed.exitCode).not.to.equal(0);
    expect(writesOf(failed)).to.deep.equal(["change"]);
    expect(failed.requests.find(({ operation }) => operation === "change")?.ifMatch).to.equal('"1"');
    expect((await stack.state()).viewer?.id).to.equal(existing);
    const resumed = await stack.up();
    expect(resumed.operations).to.deep.equal({ viewer: "update" });
    expect(countsOf(resumed)).to.deep.equal({ ready: 1, details: 1 });
  });

  it("leaves the password alone, which therefore stays unknown", async () => {
    expect(stack.emulator.verifyPassword(existing, "known to the device")).to.equal(true);
    expect(await stack.passwords()).not.to.have.property("viewer");
    expect(remote(existing)?.groups).to.deep.equal(["sales"]);
  });

  it("is no difference any more, neither on the resource that has the address nor when it is left out", async () => {
    const { own } = await stack.state();
    const same = await stack.up("--expect-no-changes");
    expect(same.requests).to.deep.equal([]);
    await stack.write(
      `new CloudAddress("own", { action: "connect", adopt: "${own?.id}" });` + viewer('groups: ["sales"]'),
    );
    const swapped = await stack.up("--expect-no-changes");
    expect(swapped.requests).to.deep.equal([]);
  });

  it("with passwordVersion resets the password, brings the characteristics and says what it changed", async () => {
    await stack.write(
      program(
        viewer('groups: ["sales"]'),
        `const second = new CloudAddress("second", {
           action: "connect", groups: ["on call"], adopt: "${other}", passwordVersion: 1,
         });
         exports.password = second.cloudPassword;`,
      ),
    );
    const up = await stack.up();
    expect(up.operations).to.deep.equal({ second: "create" });
    expect(countsOf(up)).to.deep.equal({ details: 3, change: 1, ready: 2, reset: 1 });
    expect(up.stdout).to.contain(
      `Adopted cloud address "${other}" and changed it from {"action":"connect","groups":["support"]} to ` +
        '{"action":"connect","groups":["on call"]}.',
    );
    expect(stack.emulator.verifyPassword(other, (await stack.output("password")) as string)).to.equal(true);
    await stack.expectSettled();
  });

  it("under a new name keeps the address that the old name would delete", async () => {
    await stack.write(
      program(
        viewer('groups: ["sales"]'),
        `new CloudAddress("renamed", { action: "connect", groups: ["on call"], adopt: "${other}" });`,
      ),
    );
    const up = await stack.attempt("up", "--yes", "--skip-preview");
    expect(up.exitCode).not.to.equal(0);
    expect(up.stdout).to.match(/was not deleted: another resource of this program adopts it.*"aliases"/);
    expect(remote(other)).not.to.equal(undefined);
    await stack.pulumi(
      "state",
      "delete",
      "urn:pulumi:dev::test::pulumi-nodejs:dynamic/vnc-cloud:CloudAddress::second",
      "--yes",
    );
    await stack.expectSettled();
  });

  it("of an address that has been adopted, destroy deletes like any other", async () => {
    const destroy = await stack.destroy();
    expect(countsOf(destroy)).to.deep.equal({ delete: 3 });
    expect(stack.emulator.snapshot().addresses).to.deep.equal([]);
  });
});
