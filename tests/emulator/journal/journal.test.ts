import { expect } from "chai";
import { type Caller } from "../caller/caller";
import { rawRequest, sendRaw } from "../caller/raw-socket";
import { useCaller } from "../caller/use-caller";

describe("emulator: journal", () => {
  let caller: Caller;
  const now = 1_893_456_000_000;
  useCaller((started) => (caller = started), { clock: () => now, journalLimit: 5 });

  it("an entry has what a test wants to know of a request", async () => {
    const body = { allowedActions: ["connect"], groups: ["a"] };
    const made = await caller.post(body, { "user-agent": "test/1" });
    const [entry] = caller.emulator.journal();
    expect(entry).to.deep.include({
      time: now,
      operation: "create",
      method: "POST",
      path: "/cloud/1.1/static-address",
      query: "",
      status: 201,
      cloudAddress: made.json.cloudAddress,
      accept: "application/json",
      contentType: "application/json",
      userAgent: "test/1",
      body,
    });
    await caller.put(made.json.cloudAddress, body, { "if-match": '"1"' });
    await caller.call("GET", "?limit=5");
    const [, changed, listed] = caller.emulator.journal();
    expect(changed).to.include({ operation: "change", ifMatch: '"1"', cloudAddress: made.json.cloudAddress });
    expect(listed).to.include({ operation: "list", query: "limit=5", status: 200 });
  });

  it("sequences go on in the order of arrival, and a connection keeps its number", async () => {
    await caller.call("GET", "");
    await caller.call("GET", "");
    const [first, second] = caller.emulator.journal();
    expect(second!.sequence).to.equal(first!.sequence + 1);
    expect(second!.connection).to.equal(first!.connection);
  });

  it("counts the open connections that carried requests of the API", async () => {
    await caller.call("GET", "");
    const request = rawRequest("GET", "", "Connection: close");
    await sendRaw(caller.emulator, request);
    await sendRaw(caller.emulator, request.replace("/cloud/1.1/static-address", "/_emulator/health"));
    await caller.call("GET", "");
    const open = caller.emulator.journal().map(({ openConnections }) => openConnections);
    expect(open).to.deep.equal([1, 2, 1]);
  });

  it("a failure has its reason with the rule", async () => {
    await caller.post({});
    await caller.post({ allowedActions: ["fly"] });
    await caller.call("GET", "/?", { headers: { authorization: null } });
    const reasons = caller.emulator.journal().map(({ reason }) => reason);
    expect(reasons[0]).to.match(/^A12: /);
    expect(reasons[1]).to.equal("error code 1003");
    expect(reasons[2]).to.match(/^rule 7: /);
  });

  it("an unknown route is of the operation unknown", async () => {
    await caller.raw("PATCH", "/elsewhere?x=1");
    expect(caller.emulator.journal()[0]).to.include({
      operation: "unknown",
      method: "PATCH",
      path: "/elsewhere",
      query: "x=1",
      status: 401,
    });
  });

  it("credentials are not in it, and members of a body that are named like a secret are blotted out", async () => {
    const nested = { apiKey: "canary-1", deeper: [{ Cloud_Password: "canary-2" }] };
    await caller.post({ allowedActions: ["connect"], cloudPassword: "canary-3", nested });
    const text = JSON.stringify(caller.emulator.journal());
    expect(text).not.to.match(/canary|authorization|Basic/i);
    expect(text).to.contain('"cloudPassword":"(redacted)"');
  });

  it("a body above 16 KiB, and one that is no JSON, is left out", async () => {
    await caller.post({ allowedActions: ["connect"], x: "x".repeat(20_000) });
    await caller.post("{");
    caller.emulator.journal().forEach((entry) => expect(entry).not.to.have.property("body"));
  });

  it("only the latest entries are kept, but every request is counted", async () => {
    for (let request = 0; request < 7; request += 1) {
      await caller.call("GET", "");
    }
    await caller.create();
    const entries = caller.emulator.journal();
    expect(entries.map(({ operation }) => operation)).to.deep.equal([
      "list",
      "list",
      "list",
      "list",
      "create",
    ]);
    expect(entries[4]!.sequence - entries[0]!.sequence).to.equal(4);
    expect(caller.emulator.requestCounts()).to.include({ list: 7, create: 1, ready: 0 });
    caller.emulator.clearJournal();
    expect(caller.emulator.journal()).to.deep.equal([]);
    expect(caller.emulator.requestCounts().list).to.equal(0);
  });

  it("what it returns is a copy", async () => {
    await caller.create();
    caller.emulator.journal()[0]!.status = 0;
    expect(caller.emulator.journal()[0]!.status).to.equal(201);
  });
});
