import { expect } from "chai";
import { countsOf, Stack, writesOf } from "./support/stack";

const program = (
  viewer: string,
  server = '{ action: "listen", accessControl: { groups: ["support"], cloudAddresses: [viewer.cloudAddress] } }',
): string => `
  const viewer = new CloudAddress("viewer", ${viewer});
  const server = new CloudAddress("server", ${server});
  exports.viewer = viewer.cloudAddress;
  exports.password = viewer.cloudPassword;
`;
const initial = '{ action: "connect", groups: ["support", "sales"] }';

describe("the main loop under the real engine", function () {
  this.timeout(180_000);
  let stack: Stack;
  before(async () => (stack = await Stack.create(program(initial))));
  after(() => stack.dispose());

  it("a preview of new addresses asks the service nothing", async () => {
    const preview = await stack.preview();
    expect(preview.operations).to.deep.equal({ viewer: "create", server: "create" });
    expect(preview.requests).to.deep.equal([]);
  });

  it("up creates each with three requests, and then does nothing more", async () => {
    const up = await stack.up();
    expect(up.operations).to.deep.equal({ viewer: "create", server: "create" });
    expect(countsOf(up)).to.deep.equal({ create: 2, ready: 2, details: 2 });
    await stack.expectSettled();
    const again = await stack.up();
    expect(again.requests).to.deep.equal([]);
  });

  it("the exported state is under 3.5 kB an address, and the password is a secret in it", async () => {
    for (const resource of Object.values(await stack.state())) {
      expect(Buffer.byteLength(JSON.stringify(resource, undefined, 4))).to.be.below(3500);
      expect(resource.outputs.cloudPassword).to.have.property("ciphertext");
    }
  });

  it("a reordering of groups is no change", async () => {
    await stack.write(program('{ action: "connect", groups: ["sales", "support", "sales"] }'));
    const preview = await stack.preview("--expect-no-changes");
    expect(preview.requests).to.deep.equal([]);
  });

  it("a preview of an update shows the field, and no false change of who refers to the address", async () => {
    await stack.write(program('{ action: "connect", groups: ["support", "on call"] }'));
    const preview = await stack.preview("--diff");
    expect(preview.operations).to.deep.equal({ viewer: "update" });
    expect(preview.stdout).to.match(/~ \[1\]: "sales" => "on call"/);
    expect(preview.stdout).not.to.contain("__provider");
  });

  it("an update is three requests", async () => {
    const up = await stack.up();
    expect(up.operations).to.deep.equal({ viewer: "update" });
    expect(up.requests.map(({ operation }) => operation)).to.deep.equal(["change", "ready", "details"]);
    expect(up.requests[0]?.ifMatch).to.equal('"1"');
    await stack.expectSettled();
  });

  it("a refresh is one request each", async () => {
    const refresh = await stack.refresh();
    expect(countsOf(refresh)).to.deep.equal({ details: 2 });
    expect(refresh.operations).to.deep.equal({});
  });

  it("drift is shown field by field, exits with 7 in a drift job, and is repaired", async () => {
    const { viewer } = await stack.state();
    stack.emulator.editAddress(viewer?.id as string, { groups: ["support", "intruders"] });
    const job = await stack.attempt("preview", "--refresh", "--diff", "--expect-no-changes");
    expect(job.exitCode).to.equal(7);
    expect(job.stdout).to.match(/~ \[1\]: "intruders" => "on call"/);
    expect(writesOf(job)).to.deep.equal([]);
    await stack.up("--refresh");
    expect(
      stack.emulator.snapshot().addresses.find((address) => address.cloudAddress === viewer?.id)?.groups,
    ).to.have.members(["support", "on call"]);
    await stack.expectSettled();
  });

  it("drift that was not refreshed is a conflict, whose first line says what moved", async () => {
    const { viewer } = await stack.state();
    stack.emulator.editAddress(viewer?.id as string, { groups: ["intruders"] });
    await stack.write(program('{ action: "connect", groups: ["support"] }'));
    const up = await stack.attempt("up", "--yes", "--skip-preview");
    expect(up.exitCode).not.to.equal(0);
    expect(up.stdout).to.contain('groups ["on call", "support"] -> ["intruders"]');
    expect(up.stdout).not.to.match(/^\s+at .*\.js:\d+/m);
    await stack.up("--refresh");
    await stack.expectSettled();
  });

  it("a new passwordVersion resets the password in place with three requests", async () => {
    const before = await stack.passwords();
    await stack.write(program('{ action: "connect", groups: ["support"], passwordVersion: 1 }'));
    const preview = await stack.preview("--diff");
    expect(preview.stdout).to.match(/\+ passwordVersion: 1/);
    const up = await stack.up();
    expect(up.requests.map(({ operation }) => operation)).to.deep.equal(["reset", "ready", "details"]);
    expect((await stack.passwords()).viewer).not.to.equal(before.viewer);
    await stack.expectSettled();
  });

  it("another action replaces: created first, references follow, the old one is deleted", async () => {
    const { viewer } = await stack.state();
    await stack.write(program('{ action: "listen", accessControl: { groups: ["support"] } }'));
    const preview = await stack.preview();
    expect(preview.operations.viewer).to.match(/create-replacement .*replace/);
    expect(preview.requests).to.deep.equal([]);
    const up = await stack.up();
    expect(
      up.requests.filter(({ method }) => method !== "GET").map(({ operation }) => operation),
    ).to.deep.equal(["create", "change", "delete"]);
    expect(stack.emulator.snapshot().addresses.map(({ cloudAddress }) => cloudAddress)).not.to.include(
      viewer?.id,
    );
    await stack.expectSettled();
  });

  it("an address that was deleted outside is created again after a refresh", async () => {
    const { viewer } = await stack.state();
    stack.emulator.deleteAddress(viewer?.id as string);
    const up = await stack.up("--refresh");
    expect(up.operations.viewer).to.match(/create/);
    await stack.expectSettled();
  });

  it("every fault of every argument of a resource is reported in one preview", async () => {
    await stack.write(
      program(
        initial,
        '{ action: "listen", groups: [], accessControl: {}, passwordVersion: {}, gruops: [] }',
      ),
    );
    const preview = await stack.attempt("preview");
    expect(preview.exitCode).not.to.equal(0);
    for (const text of ["error 1009", "error 1008", "passwordVersion must be", 'Did you mean "groups"']) {
      expect(preview.stdout + preview.stderr).to.contain(text);
    }
    expect(preview.requests).to.deep.equal([]);
    await stack.write(program('{ action: "connect" }', '{ action: "listen" }'));
  });

  it("destroy deletes each with one request", async () => {
    const destroy = await stack.destroy();
    expect(countsOf(destroy)).to.deep.equal({ delete: 2 });
    expect(destroy.requests.every(({ ifMatch }) => /^"[^"]+"$/.test(ifMatch ?? ""))).to.equal(true);
    expect(stack.emulator.snapshot().addresses).to.deep.equal([]);
  });
});
