import { expect } from "chai";
import { countsOf, Stack, writesOf } from "./support/stack";

const program = (viewer: string, serverGroups = '["support"]'): string => `
  const viewer = new CloudAddress("viewer", ${viewer});
  const server = new CloudAddress("server", {
    action: "listen", accessControl: { groups: ${serverGroups}, cloudAddresses: [viewer.cloudAddress] },
  });
  exports.viewer = viewer.cloudAddress;
  exports.password = viewer.cloudPassword;
`;
const initial = '{ action: "connect", groups: ["support", "sales"] }';
const admins = '["support", "admins"]';
const onCall = '{ action: "connect", groups: ["support", "on call"] }';

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

  it("up creates each with three requests, and another up asks for nothing", async () => {
    const up = await stack.up();
    expect(up.operations).to.deep.equal({ viewer: "create", server: "create" });
    expect(countsOf(up)).to.deep.equal({ create: 2, ready: 2, details: 2 });
    await stack.expectSettled();
  });

  it("the exported state is under 3.5 kB an address, 600 bytes of it for the provider, and the password is a secret", async () => {
    for (const resource of Object.values(await stack.state())) {
      expect(Buffer.byteLength(JSON.stringify(resource, undefined, 4))).to.be.below(3500);
      expect(Buffer.byteLength(resource.outputs.__provider as string)).to.be.below(600);
      expect(resource.inputs?.__provider).to.equal(resource.outputs.__provider);
      expect(resource.outputs.cloudPassword).to.have.property("ciphertext");
    }
  });

  it("the exported state of an address is at most 1.6 times that of an ordinary resource with its properties", async () => {
    for (const resource of Object.values(await stack.state())) {
      const ordinary = JSON.stringify(resource, (name, value: unknown) =>
        name === "__provider" ? undefined : value,
      );
      expect(JSON.stringify(resource).length / ordinary.length).to.be.within(1.01, 1.6);
    }
  });

  it("A17, A18: other orders and duplicates are no change", async () => {
    await stack.write(
      program('{ action: "connect", groups: ["sales", "support", "sales"] }', '["support", "support"]'),
    );
    const preview = await stack.preview("--expect-no-changes");
    expect(preview.requests).to.deep.equal([]);
  });

  it("a preview of an update shows the field, and no false change of who refers to the address", async () => {
    await stack.write(program(onCall));
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

  it("rules 49, 50: a change of one list sends the whole entity, the other list too", async () => {
    const { viewer, server } = await stack.state();
    await stack.write(program(onCall, admins));
    const { requests } = await stack.up();
    expect(requests[0]).to.deep.include({ operation: "change", cloudAddress: server?.id, ifMatch: '"1"' });
    expect(requests[0]?.body).to.deep.equal({
      cloudAddress: server?.id,
      allowedActions: ["listen"],
      accessControl: { groups: ["admins", "support"], cloudAddresses: [viewer?.id] },
    });
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

  it("a new passwordVersion resets the password in place with three requests", async () => {
    const { viewer: old = "" } = await stack.passwords();
    await stack.write(
      program('{ action: "connect", groups: ["support", "on call"], passwordVersion: 1 }', admins),
    );
    const preview = await stack.preview("--diff");
    expect(preview.stdout).to.match(/\+ passwordVersion: 1/);
    const up = await stack.up();
    expect(up.requests.map(({ operation }) => operation)).to.deep.equal(["reset", "ready", "details"]);
    const { viewer } = await stack.state();
    expect(stack.emulator.verifyPassword(viewer?.id as string, old)).to.equal(false);
    await stack.expectSettled();
  });

  it("another action replaces: created first, references follow, the old one is deleted", async () => {
    const { viewer } = await stack.state();
    await stack.write(program('{ action: "listen", accessControl: { groups: ["support"] } }', admins));
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

  it("destroy deletes each with one request", async () => {
    const destroy = await stack.destroy();
    expect(countsOf(destroy)).to.deep.equal({ delete: 2 });
    expect(destroy.requests.every(({ ifMatch }) => /^"[^"]+"$/.test(ifMatch ?? ""))).to.equal(true);
    expect(stack.emulator.snapshot().addresses).to.deep.equal([]);
  });
});
