import { expect } from "chai";
import { type Caller, unknownAddress } from "../caller/caller";
import { useCaller } from "../caller/use-caller";

const connect = (more: object = {}) => ({ allowedActions: ["connect"], ...more });
const listen = (accessControl: unknown) => ({ allowedActions: ["listen"], accessControl });

describe("emulator: readings of the documentation about bodies", () => {
  let caller: Caller;
  useCaller((started) => (caller = started));

  /** Expected: a status without a body of its own, or an error code. */
  const cases: [name: string, body: unknown, expected: number][] = [
    ["A10: accessControl as a list", listen(["a"]), 400],
    ["A10: accessControl as a text", listen("a"), 400],
    ["A11: both actions", { allowedActions: ["connect", "listen"] }, 1003],
    ["A11: the same action twice", { allowedActions: ["connect", "connect"] }, 1003],
    ["A12: no allowedActions", {}, 400],
    ["A12: allowedActions as a text", { allowedActions: "connect" }, 400],
    ["A12: allowedActions null", { allowedActions: null }, 400],
    ["A13: an empty access list", listen({}), 1008],
    ["A13: an access list with empty groups", listen({ groups: [] }), 1005],
    ["A13: an access list with two empty lists", listen({ groups: [], cloudAddresses: [] }), 1005],
    [
      "A13: an access list with an empty list beside a full one",
      listen({ groups: ["a"], cloudAddresses: [] }),
      1005,
    ],
    ["A14: groups null", connect({ groups: null }), 400],
    ["A14: accessControl null", listen(null), 400],
    ["A14: a null list in accessControl", listen({ groups: null }), 400],
    [
      "A16: names with spaces, control characters and lone surrogates",
      connect({ groups: [" ", "\u0000", "\ud800"] }),
      201,
    ],
    ["A16: two names that differ in case only", connect({ groups: ["a", "A"] }), 201],
    ["A17: duplicates are accepted", connect({ groups: ["a", "a"] }), 201],
    ["A17: duplicates count to the limit", connect({ groups: Array.from({ length: 17 }, () => "a") }), 1004],
    ["A20: an entry that is not well-formed", listen({ cloudAddresses: ["a.b.c"] }), 400],
    ["A20: an empty entry", listen({ cloudAddresses: [""] }), 400],
    ["A21: an entry that does not exist", listen({ cloudAddresses: [unknownAddress] }), 201],
    ["A23: unknown members", connect({ name: "x", __proto__x: 1, constructor: 2 }), 201],
    ["A27: no body", "", 400],
    ["A27: half a body", '{"allowedActions":', 400],
    ["A27: a list", [], 400],
    ["A27: null", "null", 400],
    [
      "A27: bytes that are not UTF-8",
      Buffer.from('{"allowedActions":["connect"],"groups":["\xff"]}', "latin1"),
      400,
    ],
    ["A27: a body of more than a megabyte", JSON.stringify(connect({ x: "x".repeat(1_100_000) })), 400],
    ["rule 16: groups as a text", connect({ groups: "a" }), 400],
    ["rule 18: a group that is no text", connect({ groups: [1] }), 400],
  ];
  for (const [name, body, expected] of cases) {
    it(`${name}: ${expected}`, async () => {
      const answered = await caller.post(body);
      if (expected > 1000) {
        expect(answered.json.errorCode).to.equal(expected);
      } else {
        expect(answered.status).to.equal(expected);
        expect(answered.text === "").to.equal(expected !== 201);
      }
    });
  }

  it("A8: cloudAddress in the body missing or no text is 400, malformed or another one 409", async () => {
    const address = await caller.create();
    for (const [cloudAddress, status] of [
      [undefined, 400],
      [null, 400],
      [1, 400],
      ["?", 409],
      [unknownAddress, 409],
      [address.toLowerCase(), 409],
      [address, 200],
    ] as const) {
      const answered = await caller.put(address, { ...connect(), cloudAddress });
      expect(answered.status, String(cloudAddress)).to.equal(status);
    }
  });

  it("A17 and A18: lists are kept as sent, with duplicates and in order", async () => {
    const groups = ["b", "a", "b"];
    expect((await caller.details(await caller.create(connect({ groups })))).json.groups).to.deep.equal(
      groups,
    );
  });

  it("A16: names are kept character by character", async () => {
    const groups = [" a ", "A", "e\u0301", "é", "\u{1F600}"];
    expect((await caller.details(await caller.create(connect({ groups })))).json.groups).to.deep.equal(
      groups,
    );
  });

  it("A21: an access list keeps an address that was deleted", async () => {
    const viewer = await caller.create(connect());
    const server = await caller.create(listen({ cloudAddresses: [viewer] }));
    await caller.call("DELETE", `/${viewer}`);
    expect((await caller.details(server)).json.accessControl.cloudAddresses).to.deep.equal([viewer]);
  });

  it("A22: a change of the action is done", async () => {
    const address = await caller.create(connect({ groups: ["a"] }));
    expect((await caller.put(address, { allowedActions: ["listen"] })).status).to.equal(200);
    expect((await caller.details(address)).json).to.deep.equal({
      cloudAddress: address,
      allowedActions: ["listen"],
    });
  });

  it("A23: unknown members are not kept", async () => {
    const address = await caller.create({ ...connect({ name: "x" }), cloudPassword: "chosen" });
    expect((await caller.details(address)).json).to.deep.equal({ cloudAddress: address, ...connect() });
    expect(caller.emulator.verifyPassword(address, "chosen")).to.be.false;
  });

  it("A28: a body on reset, delete or a read is ignored", async () => {
    const address = await caller.create();
    for (const [method, path, status] of [
      ["GET", "", 200],
      ["GET", `/${address}`, 200],
      ["GET", `/${address}/ready`, 200],
      ["POST", `/${address}`, 200],
      ["DELETE", `/${address}`, 204],
    ] as const) {
      expect((await caller.call(method, path, { body: "{" })).status).to.equal(status);
    }
  });
});
