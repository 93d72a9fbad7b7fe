import { expect } from "chai";
import { providerText } from "../../../provider";
import { HostError, type Bag } from "../../support/dynamic-host";
import { canary, type ProviderFixture } from "../../support/provider-fixture";
import { useProviderFixture } from "../../support/use-provider-fixture";

const connect = { action: "connect", groups: ["a", "b"] };
const listen = { action: "listen", accessControl: { groups: ["a"] } };

describe("the provider in the dynamic host", () => {
  let fixture: ProviderFixture;
  useProviderFixture((started) => (fixture = started));

  async function created(inputs: Bag = connect): Promise<{ id: string; state: Bag }> {
    const result = await fixture.host.create(inputs);
    fixture.requests();
    return result;
  }

  async function failureOf(action: Promise<unknown>): Promise<HostError> {
    const error = await action.then(
      () => new Error("it did not fail"),
      (caught: unknown) => caught,
    );
    expect(error).to.be.instanceOf(HostError);
    expect((error as HostError).message).not.to.contain(canary.apiSecret);
    return error as HostError;
  }

  const remote = (id: string) =>
    fixture.emulator.snapshot().addresses.find(({ cloudAddress }) => cloudAddress === id);

  describe("create", () => {
    it("is three requests when the address is ready at once", async () => {
      const { id, state } = await fixture.host.create(connect);
      expect(fixture.requests()).to.equal("create ready details");
      expect(state).to.include({
        action: "connect",
        cloudAddress: id,
        etag: "1",
        writtenEtag: "1",
        __provider: providerText,
      });
      expect(state.groups).to.deep.equal(["a", "b"]);
      expect(state.keyFingerprint).to.match(/^[0-9a-f]{12}$/);
      expect(fixture.emulator.verifyPassword(id, state.cloudPassword as string)).to.equal(true);
    });

    it("polls until the address is ready", async () => {
      fixture.emulator.setReadiness({ mode: "polls", polls: 2 });
      await fixture.host.create(connect);
      fixture.emulator.setReadiness({ mode: "immediate" });
      expect(fixture.requests()).to.equal("create ready ready ready details");
    });

    it("does not wait with readyTimeoutSeconds 0", async () => {
      const { state } = await fixture.host.create({ ...connect, readyTimeoutSeconds: 0 });
      expect(fixture.requests()).to.equal("create details");
      expect(state.readyTimeoutSeconds).to.equal(0);
    });

    it("A47: an address that stays pending is a partial failure that keeps it and its password; the next update resumes", async () => {
      fixture.emulator.setReadiness({ mode: "manual" });
      const error = await failureOf(fixture.host.create({ ...connect, readyTimeoutSeconds: 0.3 }));
      fixture.emulator.setReadiness({ mode: "immediate" });
      expect(error.partial?.id).to.be.a("string");
      const { id, properties } = error.partial as { id: string; properties: Bag };
      expect(properties.__provider).to.equal(providerText);
      expect(properties).not.to.have.property("writtenEtag");
      expect(fixture.emulator.verifyPassword(id, properties.cloudPassword as string)).to.equal(true);
      fixture.emulator.releaseReadiness();
      fixture.requests();
      expect(await fixture.host.diff(id, properties, connect)).to.deep.equal({ changes: true, replaces: [] });
      const state = await fixture.host.update(id, properties, connect);
      expect(fixture.requests()).to.equal("ready details");
      expect(state).to.include({ cloudPassword: properties.cloudPassword, etag: "1", writtenEtag: "1" });
      expect(await fixture.host.diff(id, state, connect)).to.deep.equal({ changes: false, replaces: [] });
    });

    it("a refresh of a half-made address keeps the mark, so that the next update still resumes", async () => {
      fixture.emulator.planFaults([{ operation: "ready", fault: { kind: "status", status: 400 } }]);
      const error = await failureOf(fixture.host.create(connect));
      const { id, properties } = error.partial as { id: string; properties: Bag };
      const { state } = await fixture.host.read(id, properties);
      expect(state).to.include({ cloudPassword: properties.cloudPassword, etag: "1" });
      expect(state).not.to.have.property("writtenEtag");
      expect((await fixture.host.diff(id, state, connect)).changes).to.equal(true);
    });

    it("A44: an address that the service does not show yet after its creation is waited for", async () => {
      fixture.emulator.setQuirks({ notFoundAfterCreateMilliseconds: 500 });
      const { id, state } = await fixture.host.create(connect);
      expect(state).to.include({ cloudAddress: id, etag: "1", writtenEtag: "1" });
    });

    it("A44: a half-made address that the service does not show yet is waited for by the next run, and never gone", async () => {
      const halfMade = async () => {
        fixture.emulator.setQuirks({ notFoundAfterCreateMilliseconds: 600 });
        fixture.emulator.planFaults([{ operation: "ready", fault: { kind: "status", status: 400 } }]);
        return (await failureOf(fixture.host.create(connect))).partial as { id: string; properties: Bag };
      };
      const resumed = await halfMade();
      expect(await fixture.host.update(resumed.id, resumed.properties, connect)).to.include({
        cloudPassword: resumed.properties.cloudPassword,
        writtenEtag: "1",
      });
      const refreshed = await halfMade();
      expect(await fixture.host.read(refreshed.id, refreshed.properties)).to.include({ id: refreshed.id });
      const removed = await halfMade();
      await fixture.host.delete(removed.id, removed.properties);
      const left = fixture.emulator.snapshot().addresses.map(({ cloudAddress }) => cloudAddress);
      expect(left).to.have.members([resumed.id, refreshed.id]);
    });

    for (const status of [401, 403]) {
      it(`a ${status} after the address was made says where the key is configured, and keeps address and password`, async () => {
        fixture.emulator.planFaults([{ operation: "ready", fault: { kind: "status", status } }]);
        const { message, partial } = await failureOf(fixture.host.create(connect));
        expect(message).to.contain(`(${status})`).and.contain("vnc-cloud:apiKey or VNC_CLOUD_API_KEY");
        const { id, properties } = partial as { id: string; properties: Bag };
        expect(fixture.emulator.verifyPassword(id, properties.cloudPassword as string)).to.equal(true);
      });
    }

    it("A52: a lost answer is not sent again, and the error says when and how to find the orphan", async () => {
      fixture.emulator.planFaults([{ operation: "create", fault: { kind: "commitThenReset" } }]);
      const error = await failureOf(fixture.host.create(connect));
      expect(error.partial).to.equal(undefined);
      expect(error.message)
        .to.match(/was not sent again\. "npx vnc-cloud audit".* the next "pulumi up" creates a new one/)
        .and.to.match(/20\d\d-\d\d-\d\dT/);
      expect(fixture.requests()).to.equal("create");
      expect(fixture.emulator.snapshot().addresses).to.have.length(1);
    });

    it("wrong credentials name the configuration keys and the variables", async () => {
      const host = await fixture.restartHost({ VNC_CLOUD_API_SECRET: "wrong-canary" });
      const error = await failureOf(host.create(connect));
      await host.stop();
      for (const text of [
        "vnc-cloud:apiKey",
        "VNC_CLOUD_API_KEY",
        "vnc-cloud:apiSecret",
        "VNC_CLOUD_API_SECRET",
      ]) {
        expect(error.message).to.contain(text);
      }
      expect(error.message).not.to.contain("wrong-canary");
    });
  });

  describe("read", () => {
    it("is one request and changes nothing when nothing changed", async () => {
      const { id, state } = await created(listen);
      const result = await fixture.host.read(id, state);
      expect(fixture.requests()).to.equal("details");
      expect(result.state).to.deep.equal(state);
      expect(result.inputs).to.deep.equal({ ...listen, __provider: providerText });
    });

    it("shows drift in outputs and inputs, with unchanged members where they were", async () => {
      const { id, state } = await created();
      fixture.emulator.editAddress(id, { groups: ["new", "b", "a"] });
      const result = await fixture.host.read(id, state);
      expect(result.inputs.groups).to.deep.equal(["a", "b", "new"]);
      expect(result.state).to.include({ etag: "2", writtenEtag: "1", cloudPassword: state.cloudPassword });
      expect((await fixture.host.diff(id, result.state, connect)).changes).to.equal(true);
    });

    it("A18: shows no order of an access list as drift", async () => {
      const accessControl = { groups: ["a", "b"], cloudAddresses: ["a.b.c.d", "e.f.g.h"] };
      const { id, state } = await created({ action: "listen", accessControl });
      fixture.emulator.editAddress(id, {
        accessControl: { groups: ["b", "a"], cloudAddresses: ["new.b.c.d", "e.f.g.h", "a.b.c.d"] },
      });
      const result = await fixture.host.read(id, state);
      expect(result.inputs.accessControl).to.deep.equal({
        groups: ["a", "b"],
        cloudAddresses: ["a.b.c.d", "e.f.g.h", "new.b.c.d"],
      });
    });

    for (const left of [{ groups: ["a"] }, { cloudAddresses: ["a.b.c.d"] }]) {
      it(`shows that an access list has only ${Object.keys(left).join()} any more`, async () => {
        const accessControl = { groups: ["a"], cloudAddresses: ["a.b.c.d"] };
        const { id, state } = await created({ action: "listen", accessControl });
        fixture.emulator.editAddress(id, { accessControl: left });
        expect((await fixture.host.read(id, state)).inputs.accessControl).to.deep.equal(left);
      });
    }

    it("an address that is gone has no ID, confirmed by one list call in a process", async () => {
      const host = await fixture.restartHost();
      for (let others = 0; others < 3; others += 1) await created();
      const first = await created();
      const second = await created();
      fixture.emulator.deleteAddress(first.id);
      fixture.emulator.deleteAddress(second.id);
      expect((await host.read(first.id, first.state)).id).to.equal("");
      expect(fixture.requests()).to.equal("details list");
      expect((await host.read(second.id, second.state)).id).to.equal("");
      expect(fixture.requests()).to.equal("details");
      await host.stop();
    });

    it("a 404 that could not be confirmed is an error, and the next one is confirmed anew", async () => {
      const host = await fixture.restartHost();
      const { id, state } = await created();
      fixture.emulator.deleteAddress(id);
      fixture.emulator.planFaults([{ operation: "list", fault: { kind: "status", status: 500 } }]);
      expect((await failureOf(host.read(id, state))).message).to.match(/list .*status 500/);
      expect((await host.read(id, state)).id).to.equal("");
      expect(fixture.requests()).to.equal("details list details list");
      await host.stop();
    });

    it("a wrong endpoint, which answers 404 to everything, is an error", async () => {
      const { id, state } = await created();
      const host = await fixture.restartHost({
        VNC_CLOUD_ENDPOINT: fixture.emulator.endpoint.replace("1.1", "9.9"),
      });
      const error = await failureOf(host.read(id, state));
      expect(error.message).to.match(/vnc-cloud:endpoint/);
      const deletion = await failureOf(host.delete(id, state));
      expect(deletion.message).to.match(/vnc-cloud:endpoint/);
      await host.stop();
    });

    const errors: [string, { status: number; errorCode?: number }][] = [
      ["A57: 1007", { status: 400, errorCode: 1007 }],
      ["401", { status: 401 }],
      ["403", { status: 403 }],
      ["500", { status: 500 }],
    ];
    for (const [name, fault] of errors) {
      it(`${name} is an error, never gone`, async () => {
        const { id, state } = await created();
        fixture.emulator.planFaults([{ operation: "details", fault: { kind: "status", ...fault } }]);
        await failureOf(fixture.host.read(id, state));
        expect(fixture.emulator.faults().every(({ completed }) => completed)).to.equal(true);
      });
    }

    it("A31: a 404 under another key is an error that names both fingerprints", async () => {
      const { id, state } = await created();
      fixture.emulator.deleteAddress(id);
      const error = await failureOf(fixture.host.read(id, { ...state, keyFingerprint: "0123456789ab" }));
      expect(error.message).to.contain("0123456789ab").and.to.contain(state.keyFingerprint);
    });

    it("an address that another key of the account can see is taken over by it", async () => {
      const { id, state } = await created();
      const result = await fixture.host.read(id, { ...state, keyFingerprint: "0123456789ab" });
      expect(result.state.keyFingerprint).to.equal(state.keyFingerprint);
    });

    it("a look-up by ID alone brings what the service has", async () => {
      const { id } = await created(listen);
      const result = await fixture.host.read(id, {});
      expect(result.inputs).to.deep.equal({ ...listen, __provider: providerText });
      expect(result.state).to.include({ cloudAddress: id, etag: "1", writtenEtag: "1" });
      expect(result.state).not.to.have.property("cloudPassword");
    });

    it("a look-up of what does not exist is an error", async () => {
      const error = await failureOf(fixture.host.read("a.b.c.d", {}));
      expect(error.message).to.match(/"a\.b\.c\.d" does not exist.*Check the address and the account/);
    });
  });

  describe("update", () => {
    it("is a full PUT with a quoted If-Match, ready and details", async () => {
      const { id, state } = await created();
      const next = await fixture.host.update(id, state, { action: "connect", groups: ["c"] });
      const [put] = fixture.emulator.journal();
      expect(put).to.include({ operation: "change", ifMatch: '"1"' });
      expect(put?.body).to.deep.equal({ cloudAddress: id, allowedActions: ["connect"], groups: ["c"] });
      expect(fixture.requests()).to.equal("change ready details");
      expect(next).to.include({ etag: "2", writtenEtag: "2", cloudPassword: state.cloudPassword });
    });

    it("412 with equal characteristics goes on with the new version", async () => {
      const { id, state } = await created();
      fixture.emulator.resetPassword(id);
      const next = await fixture.host.update(id, state, { action: "connect", groups: ["c"] });
      expect(fixture.requests()).to.equal("change details change ready details");
      expect(next).to.include({ etag: "3", writtenEtag: "3" });
      expect(fixture.host.output).to.contain(`"${id}" was written by somebody else since Pulumi last saw it`);
    });

    it("with resetPassword, a foreign version that a write went past stays visible for the next refresh", async () => {
      const inputs = { ...connect, onExternalChange: "resetPassword" };
      const { id, state } = await created(inputs);
      fixture.emulator.resetPassword(id);
      const next = await fixture.host.update(id, state, { ...inputs, groups: ["c"] });
      expect(next).to.include({ etag: "3", writtenEtag: "1" });
      expect((await fixture.host.read(id, next)).inputs.passwordVersion).to.equal("(changed outside Pulumi)");
    });

    it("412 with what was wanted is a success", async () => {
      const { id, state } = await created();
      fixture.emulator.editAddress(id, { groups: ["c"] });
      const next = await fixture.host.update(id, state, { action: "connect", groups: ["c"] });
      expect(fixture.requests()).to.equal("change details");
      expect(next).to.include({ etag: "2" });
      expect(next.groups).to.deep.equal(["c"]);
    });

    it("412 with other characteristics is a conflict report, and nothing is written", async () => {
      const { id, state } = await created();
      fixture.emulator.editAddress(id, { groups: ["a", "intruder"] });
      const error = await failureOf(fixture.host.update(id, state, { action: "connect", groups: ["c"] }));
      const [first, ...rest] = error.message.split("\n");
      expect(first).to.contain(id).and.to.contain('groups ["a", "b"] -> ["a", "intruder"]');
      expect(rest.join("\n")).to.match(/wanted +\["c"\]/);
      expect(error.partial).to.equal(undefined);
      expect(remote(id)?.groups).to.deep.equal(["a", "intruder"]);
    });

    it("an address that somebody else changed while a write was unfinished is a conflict, and nothing is written", async () => {
      const { id, state } = await created();
      fixture.emulator.planFaults([{ operation: "ready", fault: { kind: "status", status: 400 } }]);
      const inputs = { action: "connect", groups: ["c"] };
      const { partial } = await failureOf(fixture.host.update(id, state, inputs));
      fixture.emulator.editAddress(id, { groups: ["intruder"] });
      fixture.requests();
      const error = await failureOf(fixture.host.update(id, partial?.properties as Bag, inputs));
      expect(error.message).to.match(/^Conflict, nothing written: .*groups \["c"\] -> \["intruder"\]/);
      expect(error.partial).to.equal(undefined);
      expect(fixture.requests()).to.equal("ready details");
    });

    it("412 whose reason cannot be read is an error, never gone", async () => {
      const { id, state } = await created();
      fixture.emulator.resetPassword(id);
      fixture.emulator.planFaults([{ operation: "details", fault: { kind: "status", status: 400 } }]);
      const error = await failureOf(fixture.host.update(id, state, { action: "connect", groups: ["c"] }));
      expect(error.message).to.contain("400").and.not.to.contain("no longer exists");
    });

    it("A43, A45: an answer from before the write is read again until it shows what was written", async () => {
      const { id, state } = await created();
      fixture.emulator.setQuirks({ stalePolls: 2, oldDetailsWhilePending: true });
      fixture.emulator.setReadiness({ mode: "polls", polls: 1 });
      const next = await fixture.host.update(id, state, { action: "connect", groups: ["c"] });
      expect(fixture.requests()).to.equal("change ready details ready details ready ready details");
      expect(next).to.include({ etag: "2", writtenEtag: "2" });
    });

    it("A9: a PUT whose answer was lost is found to be done", async () => {
      const { id, state } = await created();
      fixture.emulator.planFaults([{ operation: "change", fault: { kind: "commitThenReset" } }]);
      const next = await fixture.host.update(id, state, { action: "connect", groups: ["c"] });
      expect(next.groups).to.deep.equal(["c"]);
      expect(remote(id)?.groups).to.deep.equal(["c"]);
    });

    for (const carriedOut of [true, false]) {
      const what = carriedOut ? "was carried out" : "was not carried out";
      it(`A9: a PUT that is lost for good and ${what} is no conflict for another program, nor for a deletion`, async () => {
        const { id, state } = await created();
        const fault = carriedOut
          ? ({ kind: "commitThenStatus", status: 500 } as const)
          : ({ kind: "status", status: 500 } as const);
        fixture.emulator.planFaults([{ operation: "change", fault }]);
        const error = await failureOf(fixture.host.update(id, state, { action: "connect", groups: ["c"] }));
        const properties = error.partial?.properties as Bag;
        expect(remote(id)?.groups).to.deep.equal(carriedOut ? ["c"] : ["a", "b"]);
        const next = await fixture.host.update(id, properties, { action: "connect", groups: ["d"] });
        expect(remote(id)?.groups).to.deep.equal(["d"]);
        expect(Object.keys(next).sort()).to.deep.equal(Object.keys(state).sort());
        const again = await created();
        fixture.emulator.planFaults([{ operation: "change", fault }]);
        const lost = await failureOf(fixture.host.update(again.id, again.state, { action: "connect" }));
        await fixture.host.delete(again.id, lost.partial?.properties as Bag);
        expect(remote(again.id)).to.equal(undefined);
      });
    }

    it("an address that is gone is an error that says how to get a new one", async () => {
      const { id, state } = await created();
      fixture.emulator.deleteAddress(id);
      const error = await failureOf(fixture.host.update(id, state, { action: "connect" }));
      expect(error.message)
        .to.match(/no longer exists/)
        .and.to.match(/up --refresh" to create a new one in its place/);
      expect(error.partial).to.equal(undefined);
    });

    it("refuses another key", async () => {
      const { id, state } = await created();
      const error = await failureOf(
        fixture.host.update(id, { ...state, keyFingerprint: "0123456789ab" }, listen),
      );
      expect(error.message).to.match(/Nothing was done/);
      expect(fixture.requests()).to.equal("");
    });

    it("records onExternalChange without a request", async () => {
      const { id, state } = await created();
      const next = await fixture.host.update(id, state, { ...connect, onExternalChange: "resetPassword" });
      expect(fixture.requests()).to.equal("");
      expect(next).to.deep.equal({ ...state, onExternalChange: "resetPassword" });
    });

    it("an address that is gone while a write settles is an error that says so, and keeps the state", async () => {
      const { id, state } = await created();
      fixture.emulator.planFaults([{ operation: "ready", fault: { kind: "status", status: 404 } }]);
      const error = await failureOf(fixture.host.update(id, state, { action: "connect" }));
      expect(error.message).to.match(/no longer exists/);
      expect(error.partial?.id).to.equal(id);
    });

    it("412 of an address that is gone by then is an error that says so", async () => {
      const { id, state } = await created();
      fixture.emulator.deleteAddress(id);
      fixture.emulator.planFaults([{ operation: "change", fault: { kind: "status", status: 412 } }]);
      const error = await failureOf(fixture.host.update(id, state, { action: "connect" }));
      expect(error.message).to.match(/no longer exists/);
      expect(error.partial).to.equal(undefined);
    });

    it("what was written is not looked for with readyTimeoutSeconds 0", async () => {
      const { id, state } = await created();
      fixture.emulator.planFaults([{ operation: "change", fault: { kind: "status", status: 200 } }]);
      const inputs = { action: "connect", groups: ["c"], readyTimeoutSeconds: 0 };
      const next = await fixture.host.update(id, state, inputs);
      expect(next.groups).to.deep.equal(["c"]);
      expect(fixture.requests()).to.equal("change details");
    });

    it("a write that the service does not carry out is noticed", async () => {
      const { id, state } = await created({ ...connect, readyTimeoutSeconds: 1 });
      fixture.emulator.planFaults([{ operation: "change", fault: { kind: "status", status: 200 } }]);
      const error = await failureOf(
        fixture.host.update(id, state, { action: "connect", groups: ["c"], readyTimeoutSeconds: 1 }),
      );
      expect(error.message).to.match(
        /does not show what was written to it: wanted .*\["c"\].* service has .*\["a","b"\].*did not carry the change out/,
      );
      expect(error.partial?.properties).to.include({ cloudPassword: state.cloudPassword });
      const looks = fixture.requests().match(/details/g);
      expect(looks, "no looks after readyTimeoutSeconds").to.have.length.within(1, 5);
    });
  });

  it("a state that names no key is changed and deleted: nothing says that another one owns the address", async () => {
    const { id, state } = await created();
    const { keyFingerprint: _fingerprint, ...nameless } = state;
    await fixture.host.update(id, nameless, { action: "connect", groups: ["c"] });
    expect(remote(id)).to.deep.include({ groups: ["c"] });
    const { state: seen } = await fixture.host.read(id, { ...nameless, groups: ["c"] });
    expect(seen.keyFingerprint).to.equal(state.keyFingerprint);
    const { keyFingerprint: _seen, ...again } = seen;
    await fixture.host.delete(id, again);
    expect(fixture.emulator.snapshot().addresses).to.deep.equal([]);
  });

  describe("password reset", () => {
    it("is three requests, and the new password is in the state", async () => {
      const { id, state } = await created();
      const next = await fixture.host.update(id, state, { ...connect, passwordVersion: 2 });
      const [reset] = fixture.emulator.journal();
      expect(reset).to.include({ operation: "reset", ifMatch: '"1"' });
      expect(fixture.requests()).to.equal("reset ready details");
      expect(next).to.include({ passwordVersion: 2, etag: "2", writtenEtag: "2" });
      expect(next.cloudPassword).not.to.equal(state.cloudPassword);
      expect(fixture.emulator.verifyPassword(id, next.cloudPassword as string)).to.equal(true);
    });

    it("follows a change of characteristics", async () => {
      const { id, state } = await created();
      await fixture.host.update(id, state, { action: "connect", groups: ["c"], passwordVersion: 2 });
      expect(fixture.requests()).to.equal("change ready details reset ready details");
    });

    it("that fails after a change keeps the new characteristics with the old password version", async () => {
      const { id, state } = await created({ ...connect, passwordVersion: 1 });
      fixture.emulator.planFaults([{ operation: "reset", fault: { kind: "status", status: 400 } }]);
      const inputs = { action: "connect", groups: ["c"], passwordVersion: 2 };
      const error = await failureOf(fixture.host.update(id, state, inputs));
      const properties = error.partial?.properties as Bag;
      expect(properties).to.include({ passwordVersion: 1, cloudPassword: state.cloudPassword });
      expect(properties.groups).to.deep.equal(["c"]);
      fixture.requests();
      const next = await fixture.host.update(id, properties, inputs);
      expect(fixture.requests()).to.equal("reset ready details");
      expect(next.passwordVersion).to.equal(2);
    });

    it("A53: a lost answer is reset again, and only the last password counts", async () => {
      const { id, state } = await created();
      fixture.emulator.planFaults([{ operation: "reset", fault: { kind: "commitThenReset" } }]);
      const next = await fixture.host.update(id, state, { ...connect, passwordVersion: 2 });
      expect(fixture.emulator.verifyPassword(id, next.cloudPassword as string)).to.equal(true);
    });

    it("whose answers are all lost is a plain error, and the next update resets", async () => {
      const { id, state } = await created();
      fixture.emulator.planFaults([
        { operation: "reset", times: "forever", fault: { kind: "commitThenReset" } },
      ]);
      const inputs = { ...connect, passwordVersion: 2 };
      const error = await failureOf(fixture.host.update(id, state, inputs));
      expect(error.message).to.match(/^Could not reset the password/);
      expect(error.partial).to.equal(undefined);
      fixture.emulator.clearFaults();
      const next = await fixture.host.update(id, state, inputs);
      expect(fixture.emulator.verifyPassword(id, next.cloudPassword as string)).to.equal(true);
    });

    it("is in the state before readiness is awaited", async () => {
      const { id, state } = await created();
      fixture.emulator.planFaults([{ operation: "ready", fault: { kind: "status", status: 400 } }]);
      const error = await failureOf(fixture.host.update(id, state, { ...connect, passwordVersion: 2 }));
      const properties = error.partial?.properties as Bag;
      expect(properties.passwordVersion).to.equal(2);
      expect(fixture.emulator.verifyPassword(id, properties.cloudPassword as string)).to.equal(true);
    });

    it("of an address that is gone is an error that says so, and nothing is recorded", async () => {
      const { id, state } = await created();
      fixture.emulator.deleteAddress(id);
      const error = await failureOf(fixture.host.update(id, state, { ...connect, passwordVersion: 2 }));
      expect(error.message).to.match(/no longer exists/);
      expect(error.partial).to.equal(undefined);
    });

    it("does not take place when the characteristics moved", async () => {
      const { id, state } = await created();
      fixture.emulator.editAddress(id, { groups: ["intruder"] });
      const error = await failureOf(fixture.host.update(id, state, { ...connect, passwordVersion: 2 }));
      expect(error.message).to.match(/^Conflict/);
      expect(fixture.emulator.verifyPassword(id, state.cloudPassword as string)).to.equal(true);
    });
  });

  describe("onExternalChange: resetPassword", () => {
    const inputs = { ...connect, passwordVersion: 1, onExternalChange: "resetPassword" };
    const marker = "(changed outside Pulumi)";

    it("shows a foreign version as a password version, and resets on update", async () => {
      const { id, state } = await created(inputs);
      fixture.emulator.resetPassword(id);
      const result = await fixture.host.read(id, state);
      expect(result.inputs.passwordVersion).to.equal(marker);
      expect(result.state.passwordVersion).to.equal(marker);
      expect((await fixture.host.diff(id, result.state, inputs)).changes).to.equal(true);
      fixture.requests();
      const next = await fixture.host.update(id, result.state, inputs);
      expect(fixture.requests()).to.equal("reset ready details");
      expect(next).to.include({ passwordVersion: 1, etag: "3", writtenEtag: "3" });
      expect(next).not.to.have.property("__passwordVersion");
      expect(fixture.emulator.verifyPassword(id, next.cloudPassword as string)).to.equal(true);
    });

    it("does so when the characteristics moved too", async () => {
      const { id, state } = await created(inputs);
      fixture.emulator.editAddress(id, { groups: ["intruder"] });
      const result = await fixture.host.read(id, state);
      expect(result.inputs).to.deep.include({ passwordVersion: marker, groups: ["intruder"] });
      fixture.requests();
      await fixture.host.update(id, result.state, inputs);
      expect(fixture.requests()).to.equal("change ready details reset ready details");
    });

    it("does nothing once the program says ignore", async () => {
      const { id, state } = await created(inputs);
      fixture.emulator.resetPassword(id);
      const { state: seen } = await fixture.host.read(id, state);
      fixture.requests();
      const next = await fixture.host.update(id, seen, { ...inputs, onExternalChange: "ignore" });
      expect(fixture.requests()).to.equal("");
      expect(next).to.include({ passwordVersion: 1, cloudPassword: state.cloudPassword });
    });

    it("ignore only says so, in one line", async () => {
      const { id, state } = await created();
      fixture.emulator.resetPassword(id);
      const before = fixture.host.output;
      const result = await fixture.host.read(id, state);
      expect(result.inputs).to.deep.equal({ ...connect, __provider: providerText });
      expect(fixture.host.output.slice(before.length).trim().split("\n")).to.have.length(1);
      expect(fixture.host.output).to.contain(id);
    });
  });

  describe("delete", () => {
    it("is one request with a quoted If-Match", async () => {
      const { id, state } = await created();
      await fixture.host.delete(id, state);
      expect(fixture.emulator.journal()[0]).to.include({ operation: "delete", ifMatch: '"1"' });
      expect(fixture.requests()).to.equal("delete");
      expect(fixture.emulator.snapshot().addresses).to.deep.equal([]);
    });

    it("of an address that is gone is done", async () => {
      const { id, state } = await created();
      fixture.emulator.deleteAddress(id);
      await fixture.host.delete(id, state);
    });

    it("goes on when only the version moved", async () => {
      const { id, state } = await created();
      fixture.emulator.resetPassword(id);
      await fixture.host.delete(id, state);
      expect(fixture.requests()).to.equal("delete details delete");
    });

    it("is a conflict when the characteristics moved", async () => {
      const { id, state } = await created();
      fixture.emulator.editAddress(id, { groups: ["x"] });
      const error = await failureOf(fixture.host.delete(id, state));
      expect(error.message).to.match(/^Conflict, nothing written/);
      expect(remote(id)).not.to.equal(undefined);
    });

    it("of an address that cannot be looked at is an error, never done", async () => {
      const { id, state } = await created();
      fixture.emulator.resetPassword(id);
      fixture.emulator.planFaults([{ operation: "details", fault: { kind: "status", status: 400 } }]);
      const error = await failureOf(fixture.host.delete(id, state));
      expect(error.message).to.contain("400");
      expect(remote(id)).not.to.equal(undefined);
    });

    it("of a half-made address reads its version first", async () => {
      const { id, state } = await created();
      const { etag: _etag, writtenEtag: _writtenEtag, ...half } = state;
      await fixture.host.delete(id, half);
      expect(fixture.requests()).to.equal("details delete");
    });

    it("refuses another key", async () => {
      const { id, state } = await created();
      await failureOf(fixture.host.delete(id, { ...state, keyFingerprint: "0123456789ab" }));
      expect(fixture.requests()).to.equal("");
    });
  });
});
