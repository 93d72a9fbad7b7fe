import { expect } from "chai";
import { basic, type Caller, unknownAddress } from "../caller/caller";
import { useCaller } from "../caller/use-caller";

const operations: [name: string, method: string, path: (address: string) => string, body?: object][] = [
  ["create", "POST", () => "", { allowedActions: ["connect"] }],
  ["list", "GET", () => ""],
  ["ready", "GET", (address) => `/${address}/ready`],
  ["details", "GET", (address) => `/${address}`],
  ["change", "PUT", (address) => `/${address}`, { allowedActions: ["connect"] }],
  ["reset", "POST", (address) => `/${address}`],
  ["delete", "DELETE", (address) => `/${address}`],
];

describe("emulator: general rules", () => {
  let caller: Caller;
  let address: string;

  useCaller((started) => (caller = started));
  beforeEach(async () => (address = await caller.create()));

  it("rule 1: the resources are below /cloud/1.1 and nowhere else", async () => {
    expect(caller.emulator.endpoint).to.equal(`http://127.0.0.1:${caller.emulator.port}/cloud/1.1`);
    const headers = { authorization: basic("emulator") };
    expect((await caller.raw("GET", "/cloud/1.1/static-address", { headers })).status).to.equal(200);
    for (const path of ["/", "/static-address", "/cloud/static-address", "/cloud/1.2/static-address"]) {
      expect((await caller.raw("GET", path, { headers })).status, path).to.equal(404);
    }
    for (const path of [
      "/cloud/1.1/Static-Address",
      "/cloud/1.1//static-address",
      "/cloud/1.1/static-address/",
    ]) {
      expect((await caller.raw("GET", path, { headers })).status, path).to.equal(404);
    }
  });

  for (const [name, method, path, body] of operations) {
    const headers = { accept: "application/json", ...(body && { "content-type": "application/json" }) };
    const send = (authorization: string | null) =>
      caller.call(method, path(address), {
        headers: { ...headers, authorization },
        body: body && { cloudAddress: address, ...body },
      });

    it(`rules 2 and 3: ${name} is ${method} with Basic credentials`, async () => {
      const { status } = await send(basic("emulator"));
      expect(status).to.be.within(200, 204);
      expect(caller.emulator.journal().at(-1)).to.include({ operation: name, method, status });
    });

    it(`rule 7: ${name} without a key, or with an unknown one, is 401`, async () => {
      expect((await send(null)).status).to.equal(401);
      const unknown = await send(basic("stranger"));
      expect(unknown.status).to.equal(401);
      expect(unknown.headers["www-authenticate"]).to.match(/^Basic /);
    });

    it(`rule 8: ${name} with a key that is not well-formed is 403`, async () => {
      expect((await send(basic("not well-formed"))).status).to.equal(403);
    });

    it(`rule 9: ${name} can be 404 and 503, and both have no body`, async () => {
      caller.emulator.planFaults([{ operation: name as "list", fault: { kind: "status", status: 503 } }]);
      expect(await send(basic("emulator"))).to.include({ status: 503, text: "" });
      const elsewhere = await caller.raw(method, `/cloud/1.1/elsewhere${path(address)}`, {
        headers: { authorization: basic("emulator") },
      });
      expect(elsewhere).to.include({ status: 404, text: "" });
    });
  }

  it("rules 4 and 31: create and change need a JSON body with its content type", async () => {
    for (const [method, path] of [
      ["POST", ""],
      ["PUT", `/${address}`],
    ] as const) {
      const body = JSON.stringify({ cloudAddress: address, allowedActions: ["connect"] });
      const json = { "content-type": "application/json", accept: "application/json" };
      expect((await caller.call(method, path, { headers: json, body })).status).to.be.oneOf([200, 201]);
      expect((await caller.call(method, path, { body })).json.errorCode).to.equal(1001);
    }
  });

  it("rule 5: every body is application/json, and answers without one have no content type", async () => {
    for (const [, method, path, body] of operations) {
      const answered = await caller.call(method, path(address), {
        headers: body && { "content-type": "application/json" },
        body: body && { cloudAddress: address, ...body },
      });
      const expected = answered.text === "" ? undefined : "application/json";
      expect(answered.headers["content-type"], method).to.equal(expected);
    }
  });

  it("rule 6: an address that was obtained, changed or reset may be pending for a while", async () => {
    caller.emulator.setReadiness({ mode: "manual" });
    const made = await caller.create();
    for (const write of [
      () => Promise.resolve(),
      () => caller.put(made, { allowedActions: ["connect"], groups: ["a"] }),
      () => caller.call("POST", `/${made}`),
    ]) {
      await write();
      expect(await caller.changes(made)).to.equal("pending");
      caller.emulator.releaseReadiness(made);
      expect(await caller.changes(made)).to.equal("none");
    }
  });

  it("rule 10: a 400 with a code has errorCode and the documented errorMessage", async () => {
    const { status, json } = await caller.post({ allowedActions: ["fly"] });
    expect(status).to.equal(400);
    expect(json).to.deep.equal({
      errorCode: 1003,
      errorMessage: "You’ve specified an action that is not connect or listen.",
    });
  });

  it("rule 10: other 400s have no code", async () => {
    expect(await caller.post({})).to.include({ status: 400, text: "" });
  });

  it("rules 11 and 12: either action can be created", async () => {
    for (const action of ["connect", "listen"]) {
      const made = await caller.create({ allowedActions: [action] });
      expect((await caller.details(made)).json.allowedActions).to.deep.equal([action]);
    }
  });

  it("rule 13: no operation gives an address another name", async () => {
    const other = unknownAddress;
    expect((await caller.put(address, { cloudAddress: other, allowedActions: ["connect"] })).status).to.equal(
      409,
    );
    expect((await caller.call("POST", `/${address}`)).json.cloudAddress).to.equal(address);
    expect(caller.emulator.snapshot().addresses.map(({ cloudAddress }) => cloudAddress)).to.deep.equal([
      address,
    ]);
  });

  it("rule 14: there is no PATCH", async () => {
    const { status, headers } = await caller.call("PATCH", `/${address}`);
    expect(status).to.equal(405);
    expect(headers.allow).to.equal("GET, PUT, POST, DELETE");
  });
});
