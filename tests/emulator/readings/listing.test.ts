import { expect } from "chai";
import { type Caller } from "../caller/caller";
import { useCaller } from "../caller/use-caller";

describe("emulator: readings of the documentation about the list (A33 to A40)", () => {
  let caller: Caller;
  useCaller((started) => (caller = started));

  const seed = (count: number) =>
    caller.emulator.seed(Array.from({ length: count }, () => ({ allowedActions: ["connect"] })));

  it("A33: an empty account is 204", async () => {
    expect((await caller.call("GET", "")).status).to.equal(204);
  });

  for (const [count, pages] of [
    [1, [1]],
    [3, [3]],
    [4, [3, 1]],
    [6, [3, 3]],
  ] as const) {
    it(`A34: ${count} addresses in pages of 3 are ${pages.length} requests`, async () => {
      const all = seed(count);
      expect(await caller.listAll("?limit=3")).to.deep.equal(all);
      expect(caller.emulator.requestCounts().list).to.equal(pages.length);
    });
  }

  it("A35: the Link is absolute on the host that was asked, keeps the limit, and has an opaque cursor", async () => {
    seed(3);
    const { headers } = await caller.call("GET", "?limit=2", { headers: { host: "vnc.example:8080" } });
    const expected =
      /^<http:\/\/vnc\.example:8080\/cloud\/1\.1\/static-address\?limit=2&cursor=[A-Za-z0-9_-]+>; rel="next"$/;
    expect(headers.link).to.match(expected);
  });

  it("A35: a host that would spoil the header is not repeated", async () => {
    seed(2);
    const { headers } = await caller.call("GET", "?limit=1", {
      headers: { host: 'x>;rel="next",<http://evil' },
    });
    expect(headers.link).to.match(new RegExp(`^<http://127.0.0.1:${caller.emulator.port}/`));
  });

  for (const cursor of ["", "x", "c2VxdWVuY2U6", "b2Zmc2V0Oi0x"]) {
    it(`A35: the cursor "${cursor}" that no page gave is 400`, async () => {
      seed(1);
      expect(await caller.call("GET", `?cursor=${cursor}`)).to.include({ status: 400, text: "" });
    });
  }

  for (const query of [
    "limit=0",
    "limit=100",
    "limit=-1",
    "limit=abc",
    "limit=",
    "limit",
    "limit=1&limit=2",
    "limit=1.5",
    "limit=1e1",
    "limit=007",
    "limit=%2010",
  ]) {
    it(`A37: ?${query} is 400 without a code`, async () => {
      seed(1);
      expect(await caller.call("GET", `?${query}`)).to.include({ status: 400, text: "" });
    });
  }

  it("A37: other query parameters are ignored", async () => {
    seed(1);
    expect((await caller.call("GET", "?Limit=0&verbose")).status).to.equal(200);
  });

  it("A38: pending addresses are listed", async () => {
    caller.emulator.setReadiness({ mode: "manual" });
    const address = await caller.create();
    expect(await caller.listAll()).to.deep.equal([address]);
  });

  it("A39: the list is in the order of creation, and a change does not move an address", async () => {
    const all = [await caller.create(), await caller.create(), await caller.create()];
    await caller.put(all[0]!, { allowedActions: ["connect"], groups: ["a"] });
    expect(await caller.listAll("?limit=1")).to.deep.equal(all);
  });
});
