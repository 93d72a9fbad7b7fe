import { expect } from "chai";
import { type Caller } from "../caller/caller";
import { useCaller } from "../caller/use-caller";

describe("emulator: readings of the documentation about versions (A1 to A7)", () => {
  let caller: Caller;
  let address: string;
  useCaller((started) => (caller = started));
  beforeEach(async () => (address = await caller.create()));

  const tag = async () => (await caller.details(address)).headers.etag;
  const change = (ifMatch?: string) =>
    caller.put(address, { allowedActions: ["connect"] }, { "if-match": ifMatch ?? null });

  it("A1: the ETag is the version number in quotes", async () => {
    expect(await tag()).to.equal('"1"');
    await change();
    expect(await tag()).to.equal('"2"');
  });

  for (const [ifMatch, status] of [
    ['"1"', 200],
    ['"9", "1"', 200],
    ['"9","1" ,"8"', 200],
    [', "1",', 200],
    ["*", 200],
    ['"9", "8"', 412],
    ["1", 412],
    ['W/"1"', 412],
    ["'1'", 412],
    ['"1', 412],
    ['"1" "2"', 412],
    ['"1,2"', 412],
    ['"01"', 412],
    ["", 412],
  ] as const) {
    it(`A2: If-Match ${ifMatch || "(empty)"} is ${status}`, async () => {
      expect((await change(ifMatch)).status).to.equal(status);
    });
  }

  it("A59: If-Match without a space after the colon is understood", async () => {
    expect((await caller.call("DELETE", `/${address}`, { headers: { "if-match": '"1"' } })).status).to.equal(
      204,
    );
  });

  it("A3: a reset makes a new version", async () => {
    await caller.call("POST", `/${address}`);
    expect(await tag()).to.equal('"2"');
  });

  it("A4: becoming ready makes no new version, a change that changes nothing does", async () => {
    caller.emulator.setReadiness({ mode: "polls", polls: 1 });
    await change();
    expect(await tag()).to.equal('"2"');
    expect(await caller.changes(address)).to.equal("pending");
    expect(await caller.changes(address)).to.equal("none");
    expect(await tag()).to.equal('"2"');
  });

  it("A5: create, change and reset have no ETag", async () => {
    const answers = [
      await caller.post({ allowedActions: ["connect"] }),
      await change(),
      await caller.call("POST", `/${address}`),
    ];
    answers.forEach(({ headers }) => expect(headers).not.to.have.property("etag"));
  });

  it("A7: errors without a code have no body", async () => {
    const answers = [
      await caller.call("GET", "", { headers: { authorization: null } }),
      await caller.call("GET", "/a.b.c.d"),
      await caller.put(address, { cloudAddress: "?", allowedActions: ["connect"] }),
      await change('"9"'),
    ];
    expect(answers.map(({ status }) => status)).to.deep.equal([401, 404, 409, 412]);
    answers.forEach(({ text, headers }) => {
      expect(text).to.equal("");
      expect(headers).not.to.have.property("content-type");
    });
  });

  it("A9: a change whose answer was lost was done, and its repetition is 412", async () => {
    caller.emulator.planFaults([{ operation: "change", fault: { kind: "commitThenReset" } }]);
    const lost = await change('"1"').catch((error: NodeJS.ErrnoException) => error.code);
    expect(lost).to.equal("ECONNRESET");
    expect((await change('"1"')).status).to.equal(412);
    expect(await tag()).to.equal('"2"');
  });
});
