import { expect } from "chai";
import type { Bag, DynamicHost, HostError } from "../../support/dynamic-host";
import { canary, type ProviderFixture } from "../../support/provider-fixture";
import { useProviderFixture } from "../../support/use-provider-fixture";

const group = "iac:shop/prod";
const environment = { VNC_CLOUD_OWNERSHIP_GROUP: group };

describe("the ownership marker", () => {
  let fixture: ProviderFixture;
  let host: DynamicHost;
  useProviderFixture((started) => (fixture = started), environment);
  // What is known of the account is known for a process, so each test is a run of its own.
  beforeEach(async () => (host = await fixture.restartHost(environment)));
  afterEach(() => host.stop());

  const connect = { action: "connect", groups: ["a"], __owner: "viewer" };
  const listen = { action: "listen", accessControl: { cloudAddresses: ["a.b.c.d"] }, __owner: "server" };
  const open = { action: "listen", __owner: "server" };
  const remote = () => fixture.emulator.snapshot().addresses;

  it("is one group more at the service, and is seen in neither inputs nor outputs", async () => {
    const { id, state } = await host.create(connect);
    expect(remote()[0]?.groups).to.deep.equal(["a", `${group}/connect/viewer`]);
    expect(state.groups).to.deep.equal(["a"]);
    const result = await host.read(id, state);
    expect(result.inputs.groups).to.deep.equal(["a"]);
    expect((await host.diff(id, result.state, connect)).changes).to.equal(false);
  });

  it("costs one look at the account in a process, however many addresses it makes", async () => {
    fixture.emulator.seed(Array.from({ length: 5 }, () => ({ allowedActions: ["connect"] })));
    fixture.requests();
    const made = [1, 2, 3].map((number) => host.create({ ...connect, __owner: `viewer-${number}` }));
    await Promise.all(made);
    const { list, details, create } = fixture.emulator.requestCounts();
    expect({ list, details, create }).to.deep.equal({ list: 1, details: 5 + 3, create: 3 });
  });

  it("makes no address while the account cannot be looked at, and looks again for the next", async () => {
    fixture.emulator.planFaults([{ operation: "list", fault: { kind: "status", status: 500 } }]);
    const error = (await host.create(connect).catch((caught: unknown) => caught)) as HostError;
    expect(error.message).to.match(/list .*status 500/);
    expect(remote()).to.deep.equal([]);
    await host.create(connect);
    expect(remote()).to.have.length(1);
  });

  it("on an access list is a group that nobody is in", async () => {
    const { state } = await host.create(listen);
    expect(remote()[0]?.accessControl).to.deep.equal({
      groups: [`${group}/listen/server`],
      cloudAddresses: ["a.b.c.d"],
    });
    expect(state.accessControl).to.deep.equal({ cloudAddresses: ["a.b.c.d"] });
  });

  it("never closes an open listener", async () => {
    await host.create(open);
    expect(remote()[0]).not.to.have.property("accessControl");
  });

  it("stays through updates", async () => {
    const { id, state } = await host.create(connect);
    const next = await host.update(id, state, { ...connect, groups: ["b"] });
    expect(remote()[0]?.groups).to.deep.equal(["b", `${group}/connect/viewer`]);
    expect(next.groups).to.deep.equal(["b"]);
  });

  it("is not recorded of an address that is adopted as it is, for no write has put it there", async () => {
    const [id] = fixture.emulator.seed([{ allowedActions: ["connect"], groups: ["a"] }]) as [string];
    const { state } = await host.create({ ...connect, adopt: id });
    expect(remote()[0]?.groups).to.deep.equal(["a"]);
    expect(state).not.to.have.property("__ownership");
    const next = await host.update(id, state, { ...connect, adopt: id, groups: ["b"] });
    expect(remote()[0]?.groups).to.deep.equal(["b", `${group}/connect/viewer`]);
    expect(next.__ownership).to.equal(`${group}/connect/viewer`);
  });

  it("is recorded by a refresh, when the run that put it there was killed before it could", async () => {
    const { id, state } = await host.create(open);
    await host.update(id, state, listen);
    const { state: next } = await host.read(id, state);
    expect(next.__ownership).to.equal(`${group}/listen/server`);
  });

  it("is recorded by the next update, when the answer to the change that put it there was lost", async () => {
    const { id, state } = await host.create(open);
    fixture.emulator.planFaults([{ operation: "change", fault: { kind: "commitThenStatus", status: 500 } }]);
    const error = (await host.update(id, state, listen).catch((caught: unknown) => caught)) as HostError;
    const kept = error.partial?.properties as Bag;
    expect(kept).not.to.have.property("__ownership");
    const next = await host.update(id, kept, listen);
    expect(next.__ownership).to.equal(`${group}/listen/server`);
  });

  it("is removed by the next write once it is not configured any more, and hidden until then", async () => {
    const { id, state } = await host.create(connect);
    const plain = await fixture.restartHost();
    expect((await plain.read(id, state)).inputs.groups).to.deep.equal(["a"]);
    const next = await plain.update(id, state, { action: "connect", groups: ["b"] });
    expect(remote()[0]?.groups).to.deep.equal(["b"]);
    expect(next).not.to.have.property("__ownership");
    await plain.stop();
  });

  it("follows a renamed resource with one write", async () => {
    const { id, state } = await host.create(connect);
    const renamed = { ...connect, __owner: "technician" };
    expect((await host.diff(id, state, renamed)).changes).to.equal(true);
    const next = await host.update(id, state, renamed);
    expect(remote()[0]?.groups).to.deep.equal(["a", `${group}/connect/technician`]);
    expect((await host.diff(id, next, renamed)).changes).to.equal(false);
  });

  it("A52: a create whose answer was lost is found again without a second POST, and its password is reset", async () => {
    fixture.emulator.planFaults([{ operation: "create", fault: { kind: "commitThenReset" } }]);
    const { id, state } = await host.create(connect);
    expect(remote()).to.have.length(1);
    expect(fixture.emulator.verifyPassword(id, state.cloudPassword as string)).to.equal(true);
    expect(
      fixture
        .requests()
        .split(" ")
        .filter((operation) => operation === "create"),
    ).to.have.length(1);
    expect((await host.diff(id, state, connect)).changes).to.equal(false);
  });

  it("of an address that was taken over as it is, is hidden when markers are configured no more", async () => {
    await host.create(connect);
    const next = await fixture.restartHost(environment);
    const { id, state } = await next.create(connect);
    await next.stop();
    const plain = await fixture.restartHost();
    expect((await plain.read(id, state)).inputs.groups).to.deep.equal(["a"]);
    await plain.stop();
  });

  it("an address that was taken over is not deleted with the resource that had it before", async () => {
    const { id, state } = await host.create(connect);
    const next = await fixture.restartHost(environment);
    await next.create(connect);
    const error = (await next.delete(id, state).catch((caught: unknown) => caught)) as HostError;
    await next.stop();
    expect(error.message).to.match(/another resource of this program/);
    expect(remote()).to.have.length(1);
  });

  it("A44, A46: a lost create is found while the service still hides the address, and is reset once it is ready", async () => {
    fixture.emulator.setQuirks({
      notFoundAfterCreateMilliseconds: 300,
      writesWhilePending: "serviceUnavailable",
    });
    fixture.emulator.setReadiness({ mode: "polls", polls: 2 });
    fixture.emulator.planFaults([{ operation: "create", fault: { kind: "commitThenReset" } }]);
    const { id, state } = await host.create(connect);
    expect(remote()).to.have.length(1);
    expect(fixture.emulator.verifyPassword(id, state.cloudPassword as string)).to.equal(true);
  });

  it("of a renamed resource is not free for a new resource of the old name", async () => {
    const { id, state } = await host.create(connect);
    const next = await fixture.restartHost(environment);
    await next.check(connect, { ...connect, __owner: "technician" });
    const other = await next.create(connect);
    await next.stop();
    expect(other.id).not.to.equal(id);
    expect(fixture.emulator.verifyPassword(id, state.cloudPassword as string)).to.equal(true);
  });

  it("a create that was not carried out is still an error, for a second POST is never sent", async () => {
    fixture.emulator.planFaults([{ operation: "create", fault: { kind: "reset" } }]);
    const error = (await host.create(connect).catch((caught: unknown) => caught)) as HostError;
    expect(error.message)
      .to.match(/was not sent again\. "npx vnc-cloud audit"/)
      .and.to.match(/takes it over by its ownership marker/);
    expect(remote()).to.deep.equal([]);
  });

  it("a lost create that cannot be searched for is still told, with both reasons", async () => {
    await host.create({ ...connect, __owner: "viewer-2" });
    fixture.emulator.planFaults([
      { operation: "create", fault: { kind: "commitThenReset" } },
      { operation: "list", fault: { kind: "status", status: 500 } },
    ]);
    const error = (await host.create(connect).catch((caught: unknown) => caught)) as HostError;
    expect(error.message)
      .to.match(/was not sent again/)
      .and.to.match(/looked for by its ownership marker: .*list .*status 500/)
      .and.to.match(/takes it over by its ownership marker/);
    const next = await fixture.restartHost(environment);
    const { id, state } = await next.create(connect);
    await next.stop();
    expect(remote()).to.have.length(2);
    expect(fixture.emulator.verifyPassword(id, state.cloudPassword as string)).to.equal(true);
  });

  it("a killed run's address is taken over by the next run instead of being made again", async () => {
    await host.create(connect);
    const next = await fixture.restartHost(environment);
    const { id, state } = await next.create({ ...connect, groups: ["b"] });
    await next.stop();
    expect(remote().map(({ cloudAddress }) => cloudAddress)).to.deep.equal([id]);
    expect(state.groups).to.deep.equal(["b"]);
    expect(fixture.emulator.verifyPassword(id, state.cloudPassword as string)).to.equal(true);
    expect(next.output).to.contain("taken over");
  });

  it("what fails before a taken-over address has its new password leaves it to the next run, and no password is lost", async () => {
    await host.create(connect);
    const failing = await fixture.restartHost(environment);
    fixture.emulator.planFaults([{ operation: "change", fault: { kind: "commitThenStatus", status: 500 } }]);
    const wanted = { ...connect, groups: ["b"] };
    const error = (await failing.create(wanted).catch((caught: unknown) => caught)) as HostError;
    await failing.stop();
    expect(error.partial).to.equal(undefined);
    expect(error.message).to.contain("500");
    const next = await fixture.restartHost(environment);
    const { id, state } = await next.create(wanted);
    await next.stop();
    expect(remote()).to.have.length(1);
    expect(fixture.emulator.verifyPassword(id, state.cloudPassword as string)).to.equal(true);
  });

  it("what fails after a taken-over address has its new password keeps both in the state (A53)", async () => {
    await host.create(connect);
    const next = await fixture.restartHost(environment);
    fixture.emulator.planFaults([{ operation: "ready", skip: 1, fault: { kind: "status", status: 400 } }]);
    const error = (await next.create(connect).catch((caught: unknown) => caught)) as HostError;
    await next.stop();
    const { id, properties } = error.partial as { id: string; properties: Bag };
    expect(remote().map(({ cloudAddress }) => cloudAddress)).to.deep.equal([id]);
    expect(fixture.emulator.verifyPassword(id, properties.cloudPassword as string)).to.equal(true);
  });

  it("a replacement never takes over the address that it replaces", async () => {
    const { id, state } = await host.create(connect);
    const next = await fixture.restartHost(environment);
    const { __provider, ...oldInputs } = (await next.check(connect, connect)).inputs;
    expect(oldInputs).to.deep.equal(connect);
    const replacement = await next.create(connect);
    expect(replacement.id).not.to.equal(id);
    await next.delete(id, state);
    await next.stop();
    expect(remote().map(({ cloudAddress }) => cloudAddress)).to.deep.equal([replacement.id]);
  });

  it("a replacement whose create was lost never takes over the address that it replaces", async () => {
    const { id } = await host.create(connect);
    const next = await fixture.restartHost(environment);
    await next.check(connect, connect);
    fixture.emulator.planFaults([{ operation: "create", fault: { kind: "reset" } }]);
    const error = (await next.create(connect).catch((caught: unknown) => caught)) as HostError;
    await next.stop();
    expect(error.message).to.match(/was not sent again/);
    expect(error.partial).to.equal(undefined);
    expect(remote().map(({ cloudAddress, etag }) => [cloudAddress, etag])).to.deep.equal([[id, '"1"']]);
  });

  it("resources of other names are left alone", async () => {
    await host.create(connect);
    const next = await fixture.restartHost(environment);
    await next.create({ ...connect, __owner: "viewer-2" });
    await next.stop();
    expect(remote()).to.have.length(2);
  });

  it("takes one of 16 and of 24 places, and its prefix is reserved", async () => {
    const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `g${index}`);
    const faultsOf = async (inputs: Bag): Promise<string[]> =>
      (await host.check({}, inputs)).failures.map(({ reason }) => reason);
    expect(await faultsOf({ ...connect, groups: names(15) })).to.deep.equal([]);
    expect((await faultsOf({ ...connect, groups: names(16) }))[0]).to.match(/at most 15 .*marker/);
    expect((await faultsOf({ ...listen, accessControl: { groups: names(24) } }))[0]).to.match(
      /at most 23 .*marker/,
    );
    expect((await faultsOf({ ...connect, groups: [`${group}/connect/viewer`] }))[0]).to.match(/reserved/);
  });

  it("is as long as a group name may be, and a digest if that is not enough for the name (rule 18)", async () => {
    const longest = "n".repeat(256 - `${group}/connect/`.length);
    const made = await Promise.all(
      [longest, `${longest}n`].map((__owner) => host.create({ ...connect, __owner })),
    );
    const [whole, digest] = made.map(
      ({ id }) => remote().find(({ cloudAddress }) => cloudAddress === id)?.groups?.[1],
    );
    expect(whole).to.equal(`${group}/connect/${longest}`).and.to.have.length(256);
    expect(digest).to.match(new RegExp(`^${group}/connect/[0-9a-f]{32}$`));
  });

  it("that is too long itself is a fault that names the key and the variable", async () => {
    const broken = await fixture.restartHost({ VNC_CLOUD_OWNERSHIP_GROUP: "o".repeat(129) });
    const { failures } = await broken.check({}, { action: "connect" });
    await broken.stop();
    expect(failures[0]?.reason)
      .to.contain("vnc-cloud:ownershipGroup")
      .and.to.contain("VNC_CLOUD_OWNERSHIP_GROUP");
    expect(failures[0]?.reason).not.to.contain(canary.apiSecret);
  });
});
