import { expect } from "chai";
import type { HostError } from "../../support/dynamic-host";
import { type ProviderFixture } from "../../support/provider-fixture";
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

  it("A1: goes without a condition, and with a warning, when the service sends no ETag", async () => {
    fixture.emulator.setQuirks({ etag: "none" });
    const { id, state } = await created();
    await fixture.host.update(id, state, changed);
    expect(fixture.emulator.journal()[0]).not.to.have.property("ifMatch");
    expect(fixture.requests()).to.equal("change ready details");
    expect(fixture.host.output).to.contain(`no ETag for cloud address "${id}"`);
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
    await fixture.host.delete(id, halfMade);
    expect(fixture.requests())
      .to.match(/^details/)
      .and.not.to.contain("delete");
  });
});
