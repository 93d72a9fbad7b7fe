import { expect } from "chai";
import type { HostError } from "../../support/dynamic-host";
import { canary, type ProviderFixture } from "../../support/provider-fixture";
import { SourceHost } from "../../support/source-host";
import { useProviderFixture } from "../../support/use-provider-fixture";

const connect = { action: "connect", groups: ["a"] };
const changed = { action: "connect", groups: ["b"] };

describe("a conditional write", () => {
  let fixture: ProviderFixture;
  useProviderFixture((started) => (fixture = started));

  async function created() {
    const result = await fixture.host.create(connect);
    fixture.requests();
    return result;
  }

  for (const [status, requests] of [
    [412, "change details change details change details change"],
    [409, "change ready change ready change ready change"],
  ] as const) {
    it(`that is answered with ${status} for ever is tried four times`, async () => {
      const { id, state } = await created();
      const fault = { kind: "status", status } as const;
      fixture.emulator.planFaults([{ operation: "change", times: "forever", fault }]);
      const error = (await fixture.host
        .update(id, state, changed)
        .catch((caught: unknown) => caught)) as HostError;
      expect(error.message).to.contain(String(status));
      expect(fixture.requests()).to.equal(requests);
    });
  }

  it("that is answered with 409 is sent again at once with readyTimeoutSeconds 0", async () => {
    const { id, state } = await created();
    fixture.emulator.planFaults([{ operation: "change", fault: { kind: "status", status: 409 } }]);
    await fixture.host.update(id, state, { ...changed, readyTimeoutSeconds: 0 });
    expect(fixture.requests()).to.equal("change change details");
  });

  it("A1: goes without a condition, and with a warning, when the service sends no ETag", async () => {
    fixture.emulator.setQuirks({ etag: "none" });
    const { id, state } = await created();
    await fixture.host.update(id, state, changed);
    expect(fixture.emulator.journal()[1]).not.to.have.property("ifMatch");
    expect(fixture.requests()).to.equal("details change ready details");
    expect(fixture.host.output).to.contain(`no ETag for cloud address "${id}"`);
  });

  it("A1: looks first when the service sent no ETag, and writes nothing over somebody's edit", async () => {
    fixture.emulator.setQuirks({ etag: "none" });
    const { id, state } = await created();
    fixture.emulator.editAddress(id, { groups: ["theirs"] });
    const messages = await Promise.all(
      [fixture.host.update(id, state, changed), fixture.host.delete(id, state)].map((call) =>
        call.then(
          () => "written",
          ({ message }: HostError) => message,
        ),
      ),
    );
    for (const message of messages) expect(message).to.match(/^Conflict, nothing written: .*groups/);
    expect(fixture.requests()).to.equal("details details");
  });

  it("A1: names the version again as soon as the service sends one", async () => {
    fixture.emulator.setQuirks({ etag: "none" });
    const { id, state } = await created();
    fixture.emulator.setQuirks({ etag: "quoted" });
    const before = fixture.host.output;
    await fixture.host.update(id, state, changed);
    expect(fixture.emulator.journal()[1]).to.include({ operation: "change", ifMatch: '"1"' });
    expect(fixture.host.output).to.equal(before);
  });

  describe("A1: an ETag that the service does not send is recorded as none", () => {
    beforeEach(() => fixture.emulator.setQuirks({ etag: "none" }));
    const none = { etag: "", writtenEtag: "" };

    it("by an adoption", async () => {
      const [id] = fixture.emulator.seed([{ allowedActions: ["connect"], groups: ["a"] }]);
      const { state } = await fixture.host.create({ ...connect, adopt: id });
      expect(state).to.include(none);
    });

    it("by an update that sees an earlier write through", async () => {
      const { id, state } = await created();
      const { etag: _etag, writtenEtag: _writtenEtag, ...halfMade } = state;
      expect(await fixture.host.update(id, halfMade, connect)).to.include(none);
      expect(fixture.requests()).to.equal("ready details");
    });

    it("by a change that somebody else has made already", async () => {
      const { id, state } = await created();
      fixture.emulator.editAddress(id, { groups: changed.groups });
      expect(await fixture.host.update(id, state, changed)).to.include(none);
      expect(fixture.requests()).to.equal("details");
    });

    it("and the deletion of a half-made address goes without a condition", async () => {
      const { id, state } = await created();
      const { etag: _etag, writtenEtag: _writtenEtag, ...halfMade } = state;
      await fixture.host.delete(id, halfMade);
      expect(fixture.emulator.journal().at(-1)).not.to.have.property("ifMatch");
      expect(fixture.requests()).to.equal("details delete");
    });
  });

  it("gives no warning when the service sends one", async () => {
    const { id, state } = await created();
    const before = fixture.host.output;
    await fixture.host.update(id, state, changed);
    expect(fixture.host.output).to.equal(before);
  });

  it("of a half-made address that is gone says so, and deletes nothing twice", async () => {
    const { id, state } = await created();
    const { etag: _etag, writtenEtag: _writtenEtag, ...halfMade } = state;
    fixture.emulator.deleteAddress(id);
    const host = await SourceHost.start({
      environment: {
        VNC_CLOUD_ENDPOINT: fixture.emulator.endpoint,
        VNC_CLOUD_API_KEY: canary.apiKey,
        VNC_CLOUD_API_SECRET: canary.apiSecret,
      },
    });
    const asked = SourceHost.timing.now();
    await host.delete(id, halfMade);
    expect(SourceHost.timing.now() - asked, "A44: it may not be visible yet").to.be.within(29_000, 35_000);
    expect(fixture.requests()).to.match(/^(details )+list$/);
  });
});
