import { expect } from "chai";
import type { Bag, HostError } from "../../support/dynamic-host";
import { type ProviderFixture } from "../../support/provider-fixture";
import { useProviderFixture } from "../../support/use-provider-fixture";

describe("adopt", () => {
  let fixture: ProviderFixture;
  let id: string;
  useProviderFixture((started) => (fixture = started));
  beforeEach(() => {
    [id] = fixture.emulator.seed([
      { allowedActions: ["connect"], groups: ["a"], cloudPassword: "known to the device" },
    ]) as [string];
  });

  const failureOf = async (action: Promise<unknown>): Promise<HostError> =>
    (await action.then(
      () => new Error("it did not fail"),
      (caught: unknown) => caught,
    )) as HostError;
  const adopted = (inputs: Bag = {}) =>
    fixture.host.create({ action: "connect", groups: ["a"], adopt: id, ...inputs });

  it("takes over an address as it is with one request, and leaves its password alone", async () => {
    const { id: taken, state } = await adopted();
    expect(taken).to.equal(id);
    expect(fixture.requests()).to.equal("details");
    expect(state).to.include({ cloudAddress: id, etag: "1", writtenEtag: "1" });
    expect(state).not.to.have.property("cloudPassword");
    expect(fixture.emulator.verifyPassword(id, "known to the device")).to.equal(true);
  });

  it("brings the characteristics to what is declared under If-Match, and says so", async () => {
    const { state } = await adopted({ groups: ["b"] });
    expect(fixture.emulator.journal()[1]).to.include({ operation: "change", ifMatch: '"1"' });
    expect(fixture.requests()).to.equal("details change ready details");
    expect(state.groups).to.deep.equal(["b"]);
    expect(fixture.host.output).to.contain(
      `Adopted cloud address "${id}" and changed it from {"action":"connect","groups":["a"]} to {"action":"connect","groups":["b"]}.`,
    );
  });

  it("resets the password only if passwordVersion is given", async () => {
    const { state } = await adopted({ passwordVersion: 1 });
    expect(fixture.requests()).to.equal("details reset ready details");
    expect(fixture.emulator.verifyPassword(id, state.cloudPassword as string)).to.equal(true);
  });

  it("that fails half-way keeps the address, and the next update goes on", async () => {
    fixture.emulator.planFaults([{ operation: "reset", fault: { kind: "status", status: 400 } }]);
    const inputs = { action: "connect", groups: ["b"], adopt: id, passwordVersion: 1 };
    const error = await failureOf(fixture.host.create(inputs));
    expect(error.partial?.id).to.equal(id);
    fixture.requests();
    const state = await fixture.host.update(id, error.partial?.properties as Bag, inputs);
    expect(fixture.requests()).to.equal("reset ready details");
    expect(fixture.emulator.verifyPassword(id, state.cloudPassword as string)).to.equal(true);
  });

  const refused: [string, () => Bag, RegExp][] = [
    [
      "another action",
      () => ({ action: "listen", adopt: id }),
      /its action is "connect", the program declares "listen"/,
    ],
    [
      "what does not exist",
      () => ({ action: "connect", adopt: "a.b.c.d" }),
      /does not exist.*Check the address/,
    ],
  ];
  for (const [name, inputs, message] of refused) {
    it(`refuses ${name} and changes nothing`, async () => {
      const before = fixture.emulator.snapshot();
      const error = await failureOf(fixture.host.create(inputs()));
      expect(error.message).to.match(message);
      expect(error.partial).to.equal(undefined);
      expect(fixture.emulator.snapshot()).to.deep.equal(before);
    });
  }

  it("of an address that cannot be read says why, and not that it does not exist", async () => {
    fixture.emulator.planFaults([{ operation: "details", fault: { kind: "status", status: 400 } }]);
    const error = await failureOf(adopted());
    expect(error.message).to.contain("400").and.not.to.contain("does not exist");
    expect(error.partial).to.equal(undefined);
  });

  it("refuses an address that another resource of the stack manages", async () => {
    const managed = await fixture.host.create({ action: "connect" });
    await fixture.host.diff(managed.id, managed.state, { action: "connect" });
    const error = await failureOf(fixture.host.create({ action: "connect", adopt: managed.id }));
    expect(error.message).to.match(/a resource of this stack manages it/);
  });

  it("of what is being adopted already is refused", async () => {
    const both = await Promise.allSettled([adopted(), adopted()]);
    expect(both.map(({ status }) => status)).to.have.members(["fulfilled", "rejected"]);
    const refused = both.find((outcome) => outcome.status === "rejected");
    expect((refused?.reason as Error).message).to.match(
      /cannot be adopted: a resource of this stack manages it/,
    );
  });

  it("that was refused by the service can be tried again", async () => {
    fixture.emulator.planFaults([{ operation: "change", fault: { kind: "status", status: 400 } }]);
    expect((await failureOf(adopted({ groups: ["b"] }))).partial).to.equal(undefined);
    expect((await adopted({ groups: ["b"] })).id).to.equal(id);
  });

  it("that fails half-way does not let the resource that had the address before delete it", async () => {
    fixture.emulator.planFaults([{ operation: "reset", fault: { kind: "status", status: 400 } }]);
    const error = await failureOf(adopted({ groups: ["b"], passwordVersion: 1 }));
    const { adopt: _adopt, ...earlier } = error.partial?.properties as Bag;
    const refusal = await failureOf(fixture.host.delete(id, earlier));
    expect(refusal.message).to.match(/another resource of this program/);
    expect(fixture.emulator.snapshot().addresses).to.have.length(1);
  });

  it("that took place in an earlier run protects the address from the resource that had it before, not from its own", async () => {
    const { state } = await adopted();
    const { adopt: _adopt, ...earlier } = state;
    const next = await fixture.restartHost();
    await next.diff(id, state, { action: "connect", groups: ["a"], adopt: id });
    const refusal = await failureOf(next.delete(id, earlier));
    expect(refusal.message).to.match(/another resource of this program adopts it/);
    expect(fixture.emulator.snapshot().addresses).to.have.length(1);
    await next.delete(id, state);
    expect(fixture.emulator.snapshot().addresses).to.deep.equal([]);
    await next.stop();
  });

  it("an address that was just adopted is not deleted with the resource that had it before", async () => {
    const { state } = await adopted();
    const { adopt: _adopt, ...earlier } = state;
    const error = await failureOf(fixture.host.delete(id, earlier));
    expect(error.message).to.match(/another resource of this program adopts it/);
    expect(fixture.emulator.snapshot().addresses).to.have.length(1);
  });
});
