import { expect } from "chai";
import { addresses, type Caller, groups, unknownAddress } from "../caller/caller";
import { useCaller } from "../caller/use-caller";

describe("emulator: change", () => {
  let caller: Caller;
  let address: string;
  useCaller((started) => (caller = started));
  beforeEach(async () => (address = await caller.create({ allowedActions: ["connect"], groups: ["a"] })));

  it("rule 49: the body needs cloudAddress and allowedActions", async () => {
    const headers = { "content-type": "application/json" };
    for (const body of [{ allowedActions: ["connect"] }, { cloudAddress: address }]) {
      expect(await caller.call("PUT", `/${address}`, { headers, body })).to.include({
        status: 400,
        text: "",
      });
    }
  });

  it("rule 50: a change replaces everything: what it leaves out is gone", async () => {
    await caller.put(address, { allowedActions: ["connect"] });
    expect((await caller.details(address)).json).to.deep.equal({
      cloudAddress: address,
      allowedActions: ["connect"],
    });
    const listener = await caller.create({ allowedActions: ["listen"], accessControl: { groups: ["a"] } });
    await caller.put(listener, { allowedActions: ["listen"] });
    expect((await caller.details(listener)).json).not.to.have.property("accessControl");
  });

  it("rules 51 and 53: If-Match with the present version is done, with another one 412 and nothing", async () => {
    const { etag } = (await caller.details(address)).headers;
    const body = { allowedActions: ["connect"], groups: ["b"] };
    expect((await caller.put(address, body, { "if-match": etag! })).status).to.equal(200);
    const stale = await caller.put(address, { allowedActions: ["connect"] }, { "if-match": etag! });
    expect(stale).to.include({ status: 412, text: "" });
    expect((await caller.details(address)).json.groups).to.deep.equal(["b"]);
  });

  it("rules 51 and 56: without If-Match and without Accept a change is unconditional", async () => {
    expect((await caller.put(address, { allowedActions: ["connect"], groups: ["c"] })).status).to.equal(200);
    expect((await caller.details(address)).json.groups).to.deep.equal(["c"]);
  });

  it("rule 52: a change is 200 without a body", async () => {
    const { status, text, headers } = await caller.put(address, { allowedActions: ["connect"] });
    expect({ status, text }).to.deep.equal({ status: 200, text: "" });
    expect(headers).to.include({ "content-length": "0" });
    expect(headers).not.to.have.property("content-type");
  });

  for (const other of [unknownAddress, "not-an-address", ""]) {
    it(`rule 54: cloudAddress ${JSON.stringify(other)} in the body is 409 and changes nothing`, async () => {
      const before = caller.emulator.snapshot();
      const answered = await caller.put(address, { cloudAddress: other, allowedActions: ["connect"] });
      expect(answered).to.include({ status: 409, text: "" });
      expect(caller.emulator.snapshot()).to.deep.equal(before);
    });
  }

  const bodies: [code: number, body: object][] = [
    [1003, { allowedActions: ["fly"] }],
    [1004, { allowedActions: ["connect"], groups: groups(17) }],
    [1004, { allowedActions: ["listen"], accessControl: { cloudAddresses: addresses(9) } }],
    [1005, { allowedActions: ["connect"], groups: [] }],
    [1006, { allowedActions: ["connect"], groups: ["x".repeat(257)] }],
    [1008, { allowedActions: ["listen"], accessControl: {} }],
    [1009, { allowedActions: ["connect"], accessControl: { groups: ["a"] } }],
  ];
  for (const [code, body] of bodies) {
    it(`rule 55: ${JSON.stringify(body).slice(0, 60)} is ${code} and changes nothing`, async () => {
      const before = caller.emulator.snapshot();
      expect((await caller.put(address, body)).json.errorCode).to.equal(code);
      expect(caller.emulator.snapshot()).to.deep.equal(before);
    });
  }
});
