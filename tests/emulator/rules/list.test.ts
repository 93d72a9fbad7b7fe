import { expect } from "chai";
import { basic, type Caller, nextPath } from "../caller/caller";
import { useCaller } from "../caller/use-caller";

const connect = { allowedActions: ["connect"] };

describe("emulator: list", () => {
  let caller: Caller;
  useCaller((started) => (caller = started));

  const seed = (count: number) => caller.emulator.seed(Array.from({ length: count }, () => connect));
  const follow = (path: string | undefined) =>
    caller.raw("GET", path ?? "/no-link", { headers: { authorization: basic("emulator") } });

  it("rule 34: the list has what is available, and not what was deleted", async () => {
    const [first, second, third] = seed(3) as [string, string, string];
    await caller.call("DELETE", `/${second}`);
    expect((await caller.call("GET", "")).json).to.deep.equal({ cloudAddresses: [first, third] });
  });

  it("rules 35, 36 and 37: a page has 20 addresses, ids only, and a Link to the next", async () => {
    const all = seed(21);
    const page = await caller.call("GET", "");
    expect(page.json).to.deep.equal({ cloudAddresses: all.slice(0, 20) });
    expect(page.headers.link).to.match(/^<http:\/\/[^>]+>; rel="next"$/);
    const last = await follow(nextPath(page));
    expect(last.json).to.deep.equal({ cloudAddresses: all.slice(20) });
    expect(last.headers).not.to.have.property("link");
  });

  it("rule 37: there is no Link when a page is exactly full", async () => {
    seed(20);
    expect((await caller.call("GET", "")).headers).not.to.have.property("link");
  });

  for (const limit of [1, 2, 35, 99]) {
    it(`rules 35 and 41: limit=${limit} is the size of every page`, async () => {
      const all = seed(100);
      const page = await caller.call("GET", `?limit=${limit}`, { headers: { accept: "application/json" } });
      expect(page.json.cloudAddresses).to.deep.equal(all.slice(0, limit));
      const second = await follow(nextPath(page));
      expect(second.json.cloudAddresses).to.deep.equal(all.slice(limit, 2 * limit));
      expect(await caller.listAll(`?limit=${limit}`)).to.deep.equal(all);
    });
  }

  it("rule 38: an empty list is 204 without a body", async () => {
    const { status, text, headers } = await caller.call("GET", "");
    expect({ status, text }).to.deep.equal({ status: 204, text: "" });
    expect(headers).not.to.have.property("content-length");
  });

  it("rule 38: a next page whose addresses were deleted meanwhile is 204", async () => {
    const all = seed(21);
    const page = await caller.call("GET", "");
    caller.emulator.deleteAddress(all[20]!);
    expect((await follow(nextPath(page))).status).to.equal(204);
  });

  it("rule 39: a page yet to be viewed is up to date, and deletions behind the reader make no gap", async () => {
    const all = seed(30);
    const page = await caller.call("GET", "?limit=10");
    all.slice(5, 12).forEach((address) => caller.emulator.deleteAddress(address));
    const added = seed(1);
    const rest: string[] = [];
    for (let path = nextPath(page); path !== undefined;) {
      const next = await follow(path);
      rest.push(...next.json.cloudAddresses);
      path = nextPath(next);
    }
    expect(rest).to.deep.equal([...all.slice(12), ...added]);
  });

  it("rule 39: a page already viewed is not seen again", async () => {
    const all = seed(4);
    const page = await caller.call("GET", "?limit=2");
    caller.emulator.deleteAddress(all[1]!);
    expect((await follow(nextPath(page))).json.cloudAddresses).to.deep.equal(all.slice(2));
  });

  it("rule 40: of the codes only 1002 can occur", async () => {
    const answered = await caller.call("GET", "", {
      headers: { accept: "text/html", "content-type": "text/plain" },
    });
    expect(answered.json.errorCode).to.equal(1002);
  });
});
