import { expect } from "chai";
import { basic, type Caller } from "../caller/caller";
import { useCaller } from "../caller/use-caller";

describe("emulator: readings of the documentation about keys and paths (A29 to A32, A41, A56 to A58)", () => {
  let caller: Caller;
  useCaller((started) => (caller = started), {
    accounts: [
      { apiKey: "one", apiSecret: "first:secret", account: "company" },
      { apiKey: "two", apiSecret: "second", account: "company" },
    ],
  });

  const one = { authorization: basic("one", "first:secret") };
  const two = { authorization: basic("two", "second") };
  const json = { "content-type": "application/json" };

  for (const [authorization, status] of [
    [one.authorization, 200],
    [one.authorization.replace("Basic", "basic"), 200],
    [basic("one", "wrong"), 401],
    [basic("one", ""), 401],
    [basic("one", "second"), 401],
    ["Basic", 401],
    ["Basic !", 401],
    [`Basic ${Buffer.from("one").toString("base64")}`, 401],
    [one.authorization.replace("Basic", "Bearer"), 401],
    [basic("x".repeat(256), "s"), 401],
    [basic("x".repeat(257), "s"), 403],
    [basic("", "s"), 403],
    [basic("a b", "s"), 403],
    [basic("ключ", "s"), 403],
    [basic("one\n", "first:secret"), 403],
  ] as const) {
    it(`A29 and A30: Authorization "${authorization.slice(0, 40)}" is ${status}`, async () => {
      caller.emulator.seed([{ allowedActions: ["connect"] }]);
      expect((await caller.call("GET", "", { headers: { authorization } })).status).to.equal(status);
    });
  }

  it("A31: another key's address is 404 for every operation, and is not listed", async () => {
    const address = await caller
      .post({ allowedActions: ["connect"] }, one)
      .then((made) => made.json.cloudAddress);
    const before = caller.emulator.snapshot();
    for (const [method, path] of [
      ["GET", ""],
      ["GET", "/ready"],
      ["PUT", ""],
      ["POST", ""],
      ["DELETE", ""],
    ] as const) {
      const sent = {
        headers: { ...two, ...json },
        body: { cloudAddress: address, allowedActions: ["connect"] },
      };
      expect((await caller.call(method, `/${address}${path}`, sent)).status, method + path).to.equal(404);
    }
    expect((await caller.call("GET", "", { headers: two })).status).to.equal(204);
    expect(caller.emulator.snapshot()).to.deep.equal(before);
  });

  it("A32: the snapshot tells the account and the key's fingerprint, never the key", () => {
    caller.emulator.seed([{ allowedActions: ["connect"] }, { allowedActions: ["listen"], apiKey: "two" }]);
    const [first, second] = caller.emulator.snapshot().addresses;
    expect([first!.owner, second!.owner]).to.deep.equal(["company", "company"]);
    expect(first!.keyFingerprint)
      .to.match(/^[0-9a-f]{16}$/)
      .and.not.equal(second!.keyFingerprint);
  });

  it("A41: under 1.0 there is no list, and the rest works", async () => {
    const send = (method: string, path: string, body?: object) =>
      caller.raw(method, `/cloud/1.0/static-address${path}`, { headers: { ...one, ...json }, body });
    const { status, json: made } = await send("POST", "", { allowedActions: ["connect"] });
    expect(status).to.equal(201);
    expect((await send("GET", "")).status).to.equal(404);
    expect((await send("GET", `/${made.cloudAddress}`)).status).to.equal(200);
    expect((await send("DELETE", `/${made.cloudAddress}`)).status).to.equal(204);
  });

  it("A56: an empty address is 404 for every method, so no create and no list by mistake", async () => {
    for (const method of ["GET", "POST", "PUT", "DELETE"]) {
      const sent = { headers: { ...one, ...json }, body: { allowedActions: ["connect"] } };
      expect((await caller.call(method, "/", sent)).status, method).to.equal(404);
      expect((await caller.call(method, "//ready", sent)).status, method).to.equal(404);
    }
    expect(caller.emulator.snapshot().addresses).to.deep.equal([]);
  });

  for (const [address, expected] of [
    ["a.b.c.d", 404],
    [["a", "b", "c", "d"].map((letter) => letter.repeat(32)).join("."), 404],
    [["a", "b", "c", "d"].map((letter) => letter.repeat(18)).join("."), 404],
    ["a.b.c", 1007],
    ["a.b.c.d.e", 1007],
    ["a.b.c.", 1007],
    [`a.b.c.${"d".repeat(33)}`, 1007],
    ["a.b.c.d-", 1007],
    ["a.b.c.%64", 404],
    ["a.b.c.d%2Fready", 1007],
    ["a.b.c.d%0A", 1007],
    ["%zz", 1007],
    ["..", 1007],
    ["a.b.c.d/", 404],
    ["a.b.c.d/ready/", 404],
  ] as const) {
    it(`A57: the address ${address.slice(0, 24)} (${address.length} characters) is ${expected}`, async () => {
      const answered = await caller.call("GET", `/${address}`, { headers: one });
      expect(expected > 1000 ? answered.json.errorCode : answered.status).to.equal(expected);
    });
  }

  it("A57: percent-encoding changes nothing", async () => {
    const { cloudAddress } = (await caller.post({ allowedActions: ["connect"] }, one)).json;
    const encoded = cloudAddress.replaceAll(".", "%2E");
    expect((await caller.call("GET", `/${encoded}`, { headers: one })).json.cloudAddress).to.equal(
      cloudAddress,
    );
  });

  for (const [method, path, allow] of [
    ["PUT", "", "GET, POST"],
    ["DELETE", "", "GET, POST"],
    ["HEAD", "", "GET, POST"],
    ["PATCH", "/a.b.c.d", "GET, PUT, POST, DELETE"],
    ["POST", "/a.b.c.d/ready", "GET"],
  ] as const) {
    it(`A58: ${method} static-address${path} is 405 with Allow`, async () => {
      const { status, headers } = await caller.call(method, path, { headers: one });
      expect(status).to.equal(405);
      expect(headers.allow).to.equal(allow);
    });
  }

  it("the absolute form of a request target, as proxies send it, is understood", async () => {
    caller.emulator.seed([{ allowedActions: ["connect"] }]);
    const target = `http://127.0.0.1:${caller.emulator.port}/cloud/1.1/static-address?limit=1`;
    expect((await caller.raw("GET", target, { headers: one })).status).to.equal(200);
  });
});
