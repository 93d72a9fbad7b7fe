import { expect } from "chai";
import { type Caller } from "../caller/caller";
import { useCaller } from "../caller/use-caller";

describe("emulator: readings of the documentation about the life of an address (A42 to A51)", () => {
  let caller: Caller;
  let now = 1_000_000;
  useCaller((started) => (caller = started), { clock: () => now });

  it("A42: a reset makes an address pending", async () => {
    const address = await caller.create();
    caller.emulator.setReadiness({ mode: "manual" });
    await caller.call("POST", `/${address}`);
    expect(await caller.changes(address)).to.equal("pending");
  });

  it("A42: pending for a time ends when the time is over, also without a poll", async () => {
    caller.emulator.setReadiness({ mode: "delay", milliseconds: 500 });
    const address = await caller.create();
    now += 499;
    expect(await caller.changes(address)).to.equal("pending");
    now += 1;
    expect(caller.emulator.snapshot().addresses[0]?.changes).to.equal("none");
    expect(await caller.changes(address)).to.equal("none");
  });

  it("A42: a write while pending starts the wait anew", async () => {
    caller.emulator.setReadiness({ mode: "polls", polls: 2 });
    const address = await caller.create();
    await caller.changes(address);
    await caller.put(address, { allowedActions: ["connect"] });
    expect(await caller.changes(address)).to.equal("pending");
    expect(await caller.changes(address)).to.equal("pending");
    expect(await caller.changes(address)).to.equal("none");
  });

  it("A42: releasing one pending address leaves the others pending", async () => {
    caller.emulator.setReadiness({ mode: "manual" });
    const [first, second] = [await caller.create(), await caller.create()];
    caller.emulator.releaseReadiness(first);
    expect([await caller.changes(first), await caller.changes(second)]).to.deep.equal(["none", "pending"]);
    caller.emulator.releaseReadiness();
    expect(await caller.changes(second)).to.equal("none");
  });

  it("A44 and A45: details of a pending address are there at once, with the new values", async () => {
    caller.emulator.setReadiness({ mode: "manual" });
    const address = await caller.create();
    await caller.put(address, { allowedActions: ["connect"], groups: ["new"] });
    expect((await caller.details(address)).json.groups).to.deep.equal(["new"]);
  });

  it("A46: change, reset and delete of a pending address are done", async () => {
    caller.emulator.setReadiness({ mode: "manual" });
    const address = await caller.create();
    expect((await caller.put(address, { allowedActions: ["connect"] })).status).to.equal(200);
    expect((await caller.call("POST", `/${address}`)).status).to.equal(200);
    expect((await caller.call("DELETE", `/${address}`)).status).to.equal(204);
  });

  it("A48: a second delete, and every other request to a deleted address, is 404", async () => {
    const address = await caller.create();
    await caller.call("DELETE", `/${address}`);
    expect((await caller.call("DELETE", `/${address}`)).status).to.equal(404);
    expect((await caller.put(address, { allowedActions: ["connect"] })).status).to.equal(404);
    expect((await caller.call("POST", `/${address}`)).status).to.equal(404);
  });

  it("A51: the old password is refused from the reset on, ready or not", async () => {
    const { cloudAddress, cloudPassword } = (await caller.post({ allowedActions: ["connect"] })).json;
    caller.emulator.setReadiness({ mode: "manual" });
    const renewed = (await caller.call("POST", `/${cloudAddress}`)).json.cloudPassword;
    expect(caller.emulator.verifyPassword(cloudAddress, cloudPassword)).to.be.false;
    expect(caller.emulator.verifyPassword(cloudAddress, renewed)).to.be.true;
  });

  it("A52: a create whose answer was lost was done", async () => {
    caller.emulator.planFaults([{ operation: "create", fault: { kind: "commitThenReset" } }]);
    await caller.create().catch(() => undefined);
    expect(caller.emulator.snapshot().addresses).to.have.length(1);
  });
});
