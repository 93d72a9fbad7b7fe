import { expect } from "chai";
import { type Caller, unknownAddress } from "../caller/caller";
import { useCaller } from "../caller/use-caller";

describe("emulator: ready, details, reset, delete", () => {
  let caller: Caller;
  let address: string;
  useCaller((started) => (caller = started));
  beforeEach(async () => (address = await caller.create({ allowedActions: ["connect"], groups: ["a"] })));

  const tag = async () => (await caller.details(address)).headers.etag as string;

  it("rule 42: ready is 200 with pending, then none", async () => {
    caller.emulator.setReadiness({ mode: "polls", polls: 2 });
    const made = await caller.create();
    const seen: string[] = [];
    for (let poll = 0; poll < 4; poll += 1) {
      const { status, text } = await caller.call("GET", `/${made}/ready`);
      expect(status).to.equal(200);
      seen.push(text);
    }
    const pending = '{"changes":"pending"}';
    const none = '{"changes":"none"}';
    expect(seen).to.deep.equal([pending, pending, none, none]);
  });

  it("rule 43: ready speaks of create, change and reset alike, and not of a read", async () => {
    caller.emulator.setReadiness({ mode: "manual" });
    await caller.details(address);
    expect(await caller.changes(address)).to.equal("none");
    await caller.put(address, { allowedActions: ["connect"] });
    expect(await caller.changes(address)).to.equal("pending");
  });

  for (const [rule, method, path] of [
    [44, "GET", "/ready"],
    [48, "GET", ""],
    [60, "POST", ""],
    [63, "DELETE", ""],
  ] as const) {
    it(`rule ${rule}: ${method} <a>${path} of a malformed address is 1007, of an unknown one 404`, async () => {
      const malformed = await caller.call(method, `/not-an-address${path}`);
      expect(malformed).to.deep.include({ status: 400 });
      expect(malformed.json.errorCode).to.equal(1007);
      expect(await caller.call(method, `/${unknownAddress}${path}`)).to.include({ status: 404, text: "" });
    });
  }

  it("rule 45: details are 200 with an ETag that changes with every write and with no read", async () => {
    const first = await tag();
    expect(first).to.match(/^"[^"]+"$/);
    await caller.changes(address);
    expect(await tag()).to.equal(first);
    await caller.put(address, { allowedActions: ["connect"] });
    expect(await tag()).not.to.equal(first);
  });

  it("rule 46: details have what is set and nothing else", async () => {
    const set: [body: object, absent: string[]][] = [
      [{ allowedActions: ["connect"], groups: ["b", "a"] }, ["accessControl"]],
      [{ allowedActions: ["connect"] }, ["groups", "accessControl"]],
      [{ allowedActions: ["listen"], accessControl: { groups: ["a"] } }, ["groups"]],
      [{ allowedActions: ["listen"], accessControl: { cloudAddresses: [unknownAddress] } }, ["groups"]],
      [{ allowedActions: ["listen"] }, ["groups", "accessControl"]],
    ];
    for (const [body, absent] of set) {
      const made = await caller.create(body);
      const { json } = await caller.details(made);
      expect(json).to.deep.equal({ cloudAddress: made, ...body });
      absent.forEach((name) => expect(json).not.to.have.property(name));
    }
  });

  it("rule 47: nothing but create and reset shows a password", async () => {
    const { cloudAddress, cloudPassword } = (await caller.post({ allowedActions: ["connect"] })).json;
    const texts = [
      (await caller.details(cloudAddress)).text,
      (await caller.call("GET", `/${cloudAddress}/ready`)).text,
      (await caller.call("GET", "")).text,
      (await caller.put(cloudAddress, { allowedActions: ["connect"] })).text,
      JSON.stringify(caller.emulator.snapshot()),
      JSON.stringify(caller.emulator.journal()),
    ];
    texts.forEach((text) => expect(text).not.to.contain(cloudPassword));
  });

  it("rules 57 and 58: a reset without body and content type is 200 with a new password", async () => {
    const { status, json } = await caller.call("POST", `/${address}`, {
      headers: { accept: "application/json" },
    });
    expect(status).to.equal(200);
    expect(Object.keys(json)).to.deep.equal(["cloudAddress", "cloudPassword"]);
    expect(json.cloudAddress).to.equal(address);
    expect(caller.emulator.verifyPassword(address, json.cloudPassword)).to.be.true;
    expect((await caller.details(address)).json.groups).to.deep.equal(["a"]);
  });

  it("rule 58: two resets give two passwords, and only the last one counts", async () => {
    const first = (await caller.call("POST", `/${address}`)).json.cloudPassword;
    const second = (await caller.call("POST", `/${address}`)).json.cloudPassword;
    expect(caller.emulator.verifyPassword(address, first)).to.be.false;
    expect(caller.emulator.verifyPassword(address, second)).to.be.true;
  });

  for (const [rule, method, ok] of [
    [59, "POST", 200],
    [62, "DELETE", 204],
  ] as const) {
    it(`rule ${rule}: ${method} with the present ETag is done, with another one 412 and nothing`, async () => {
      const before = caller.emulator.snapshot();
      expect(await caller.call(method, `/${address}`, { headers: { "if-match": '"99"' } })).to.include({
        status: 412,
        text: "",
      });
      expect(caller.emulator.snapshot()).to.deep.equal(before);
      const present = await tag();
      expect(
        (await caller.call(method, `/${address}`, { headers: { "if-match": present } })).status,
      ).to.equal(ok);
    });

    it(`rule ${rule}: ${method} without If-Match is unconditional`, async () => {
      expect((await caller.call(method, `/${address}`)).status).to.equal(ok);
    });
  }

  it("rules 61 and 64: a delete is 204 without a body, and the address is gone from everywhere", async () => {
    const { status, text, headers } = await caller.call("DELETE", `/${address}`);
    expect({ status, text }).to.deep.equal({ status: 204, text: "" });
    expect(headers).not.to.have.property("content-type");
    expect((await caller.details(address)).status).to.equal(404);
    expect((await caller.call("GET", `/${address}/ready`)).status).to.equal(404);
    expect(await caller.listAll()).to.deep.equal([]);
    expect(caller.emulator.snapshot().addresses).to.deep.equal([]);
  });
});
