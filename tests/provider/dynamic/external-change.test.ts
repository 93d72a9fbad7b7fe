import { expect } from "chai";
import type { Bag, HostError } from "../../support/dynamic-host";
import { type ProviderFixture } from "../../support/provider-fixture";
import { useProviderFixture } from "../../support/use-provider-fixture";

const shown = "(changed outside Pulumi)";

describe("passwords and versions that somebody else wrote", () => {
  let fixture: ProviderFixture;
  useProviderFixture((started) => (fixture = started));

  const connect = { action: "connect", groups: ["a", "b"] };
  const listen = { action: "listen", accessControl: { groups: ["a"], cloudAddresses: ["a.b.c.d"] } };
  const reset = { ...connect, passwordVersion: 1, onExternalChange: "resetPassword" };

  async function created(inputs: Bag): Promise<{ id: string; state: Bag }> {
    const result = await fixture.host.create(inputs);
    fixture.requests();
    return result;
  }
  const isValid = (id: string, { cloudPassword }: Bag) =>
    fixture.emulator.verifyPassword(id, cloudPassword as string);
  const failureOf = async (action: Promise<unknown>): Promise<HostError> =>
    (await action.then(
      () => new Error("it did not fail"),
      (caught: unknown) => caught,
    )) as HostError;

  describe("a password is reset only when that was asked for: not by", () => {
    const changes: [string, Bag, Bag, string][] = [
      ["a group more", connect, { ...connect, groups: ["a", "b", "c"] }, "change ready details"],
      ["a group less", connect, { ...connect, groups: ["a"] }, "change ready details"],
      ["no groups any more", connect, { action: "connect" }, "change ready details"],
      [
        "another access control",
        listen,
        { ...listen, accessControl: { groups: ["b"] } },
        "change ready details",
      ],
      ["no access control any more", listen, { action: "listen" }, "change ready details"],
      ["access control where there was none", { action: "listen" }, listen, "change ready details"],
      ["onExternalChange alone", connect, { ...connect, onExternalChange: "resetPassword" }, ""],
      ["onExternalChange that is taken back", reset, { ...connect, passwordVersion: 1 }, ""],
      ["a password version that is removed", { ...connect, passwordVersion: 1 }, connect, ""],
      [
        "a password version 1 that becomes a text",
        { ...connect, passwordVersion: 1 },
        { ...connect, passwordVersion: "1" },
        "",
      ],
      ["readyTimeoutSeconds", connect, { ...connect, readyTimeoutSeconds: 7 }, ""],
      ["the name of an address that it has", connect, { ...connect, adopt: "its own" }, ""],
      [
        "several at once",
        { ...listen, passwordVersion: 1 },
        { action: "listen", onExternalChange: "resetPassword", readyTimeoutSeconds: 7 },
        "change ready details",
      ],
    ];
    for (const [name, before, after, requests] of changes) {
      it(name, async () => {
        const { id, state } = await created(before);
        const inputs = after.adopt === undefined ? after : { ...after, adopt: id };
        const next = await fixture.host.update(id, state, inputs);
        expect(fixture.requests()).to.equal(requests);
        expect(next.cloudPassword).to.equal(state.cloudPassword);
        expect(isValid(id, next)).to.equal(true);
      });
    }

    it("a write that has to be seen through", async () => {
      fixture.emulator.planFaults([{ operation: "ready", fault: { kind: "status", status: 400 } }]);
      const { partial } = await failureOf(fixture.host.create(reset));
      const { id, properties } = partial as { id: string; properties: Bag };
      fixture.requests();
      const next = await fixture.host.update(id, properties, reset);
      expect(fixture.requests()).to.equal("ready details");
      expect(isValid(id, next)).to.equal(true);
    });

    it("A9: a change of its own whose answer was lost", async () => {
      const { id, state } = await created(reset);
      fixture.emulator.planFaults([{ operation: "change", fault: { kind: "commitThenReset" } }]);
      const next = await fixture.host.update(id, state, { ...reset, groups: ["c"] });
      const { inputs } = await fixture.host.read(id, next);
      expect(inputs.passwordVersion).to.equal(1);
    });
  });

  describe("A1: a version that is not there says nothing", () => {
    it("when the service stops sending ETags", async () => {
      const { id, state } = await created(reset);
      fixture.emulator.setQuirks({ etag: "none" });
      const { inputs, state: seen } = await fixture.host.read(id, state);
      expect(inputs.passwordVersion).to.equal(1);
      fixture.emulator.setQuirks({ etag: "quoted" });
      expect((await fixture.host.read(id, seen)).inputs.passwordVersion).to.equal(1);
    });

    it("when the service begins to send ETags", async () => {
      fixture.emulator.setQuirks({ etag: "none" });
      const { id, state } = await created(reset);
      fixture.emulator.setQuirks({ etag: "quoted" });
      const printed = fixture.host.output;
      expect((await fixture.host.read(id, state)).inputs.passwordVersion).to.equal(1);
      const ignoring = { ...state, onExternalChange: "ignore" };
      expect((await fixture.host.read(id, ignoring)).inputs.passwordVersion).to.equal(1);
      expect(fixture.host.output).to.equal(printed);
    });
  });

  it("A3: nothing is claimed of a reset that left the version as it was", async () => {
    fixture.emulator.setQuirks({ resetBumpsVersion: false });
    const { id, state } = await created(reset);
    const printed = fixture.host.output;
    fixture.emulator.resetPassword(id);
    const { inputs, state: seen } = await fixture.host.read(id, state);
    expect(inputs.passwordVersion).to.equal(1);
    expect((await fixture.host.diff(id, seen, reset)).changes).to.equal(false);
    expect(fixture.host.output).to.equal(printed);
  });

  it("a reset that is due stays due when it fails, through refreshes too", async () => {
    const { id, state } = await created(reset);
    fixture.emulator.editAddress(id, { groups: ["intruder"] });
    fixture.emulator.resetPassword(id);
    const { state: seen } = await fixture.host.read(id, state);
    fixture.emulator.planFaults([{ operation: "reset", fault: { kind: "status", status: 400 } }]);
    const { partial } = await failureOf(fixture.host.update(id, seen, reset));
    const { state: again, inputs } = await fixture.host.read(id, partial?.properties as Bag);
    expect(inputs.passwordVersion).to.equal(shown);
    fixture.requests();
    const next = await fixture.host.update(id, again, reset);
    expect(fixture.requests()).to.equal("reset ready details");
    expect(next.passwordVersion).to.equal(1);
    expect((await fixture.host.read(id, next)).inputs.passwordVersion).to.equal(1);
    expect(isValid(id, next)).to.equal(true);
  });

  describe("that a refresh finds", () => {
    const isToldOf = /written by somebody else \(version 1 is now 2\).* A new passwordVersion resets it/;
    const told: [string, Bag, (id: string) => void, RegExp | undefined][] = [
      ["with equal characteristics are told", connect, (id) => fixture.emulator.resetPassword(id), isToldOf],
      [
        "with other characteristics show by themselves",
        connect,
        (id) => fixture.emulator.editAddress(id, { groups: ["c"] }),
        undefined,
      ],
      [
        "with resetPassword show as a password version",
        reset,
        (id) => fixture.emulator.resetPassword(id),
        undefined,
      ],
    ];
    for (const [name, inputs, write, pattern] of told) {
      it(`${name}, and by the next refresh not again`, async () => {
        const { id, state } = await created(inputs);
        write(id);
        const start = fixture.host.output.length;
        const { state: seen } = await fixture.host.read(id, state);
        await fixture.host.read(id, seen);
        const lines = fixture.host.output.slice(start).split("\n").filter(Boolean);
        expect(lines).to.have.length(pattern === undefined ? 0 : 1);
        if (pattern !== undefined) expect(lines[0]).to.match(pattern);
      });
    }
  });

  it("a reset that is due stays due although the version is the own one", async () => {
    const { id, state } = await created(reset);
    const due = { ...state, passwordVersion: shown, __passwordVersion: 1 };
    const { inputs, state: seen } = await fixture.host.read(id, due);
    expect(inputs.passwordVersion).to.equal(shown);
    expect(seen.__passwordVersion).to.equal(1);
  });

  it("somebody else who wrote just what is declared is warned of", async () => {
    const { id, state } = await created(connect);
    fixture.emulator.editAddress(id, { groups: ["c"] });
    const next = await fixture.host.update(id, state, { action: "connect", groups: ["c"] });
    expect(fixture.requests()).to.equal("change details");
    expect(next).to.include({ etag: "2", writtenEtag: "1" });
    expect(fixture.host.output).to.match(
      new RegExp(`${id}" was written by somebody else .* may have been reset`),
    );
  });

  it("resetPassword that is declared together with other groups still sees who wrote before", async () => {
    const { id, state } = await created(connect);
    fixture.emulator.resetPassword(id);
    const { state: seen } = await fixture.host.read(id, state);
    const inputs = { action: "connect", groups: ["c"], onExternalChange: "resetPassword" };
    const next = await fixture.host.update(id, seen, inputs);
    expect(isValid(id, next)).to.equal(false);
    const { state: again, inputs: now } = await fixture.host.read(id, next);
    expect(now.passwordVersion).to.equal(shown);
    expect(isValid(id, await fixture.host.update(id, again, inputs))).to.equal(true);
  });

  it("a reset that is due shows once however often it is refreshed, and takes place once", async () => {
    const { id, state } = await created({ ...connect, onExternalChange: "resetPassword" });
    fixture.emulator.resetPassword(id);
    const first = await fixture.host.read(id, state);
    const second = await fixture.host.read(id, first.state);
    expect(second).to.deep.equal(first);
    fixture.requests();
    const inputs = { ...connect, onExternalChange: "resetPassword" };
    const next = await fixture.host.update(id, second.state, inputs);
    expect(fixture.requests()).to.equal("reset ready details");
    expect(next).not.to.have.property("passwordVersion");
    const last = await fixture.host.read(id, next);
    expect((await fixture.host.diff(id, last.state, inputs)).changes).to.equal(false);
  });
});
