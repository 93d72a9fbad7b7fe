import { expect } from "chai";
import { addresses, type Caller, groups } from "../caller/caller";
import { useCaller } from "../caller/use-caller";

const fourBytes = "\u{1F600}";

describe("emulator: create", () => {
  let caller: Caller;
  useCaller((started) => (caller = started));

  const connect = (more: object = {}) => ({ allowedActions: ["connect"], ...more });
  const listen = (accessControl?: object) => ({
    allowedActions: ["listen"],
    ...(accessControl && { accessControl }),
  });

  it("rules 21 and 33: every create is 201 with a new address and its password", async () => {
    const first = await caller.post(connect());
    const second = await caller.post(connect());
    expect(first.status).to.equal(201);
    expect(Object.keys(first.json)).to.deep.equal(["cloudAddress", "cloudPassword"]);
    expect(first.json.cloudAddress).to.match(/^[A-Za-z0-9]+(\.[A-Za-z0-9]+){3}$/);
    expect(first.json.cloudPassword).to.match(/^[A-Za-z0-9]{20}$/);
    expect(second.json.cloudAddress).not.to.equal(first.json.cloudAddress);
    expect(second.json.cloudPassword).not.to.equal(first.json.cloudPassword);
    expect(caller.emulator.verifyPassword(first.json.cloudAddress, first.json.cloudPassword)).to.be.true;
  });

  it("rule 32: the documented examples are created verbatim", async () => {
    const reference = "ztgDAEjLLP4yHwHrdz9.ztgPXJMFsk1NiEGpbAx.livEXXxXXSrGS1urBF5.FCRPRhAHCcvLXdEQogp";
    for (const body of [
      '{ "allowedActions":["connect"], "groups":["developers","testers","marketing","sales"] }',
      `{ "allowedActions":["listen"], "accessControl": { "groups":["developers","sales"], "cloudAddresses":["${reference}"] } }`,
    ]) {
      const { status, json } = await caller.post(body);
      expect(status).to.equal(201);
      const { cloudAddress, ...rest } = (await caller.details(json.cloudAddress)).json;
      expect(cloudAddress).to.equal(json.cloudAddress);
      expect(rest).to.deep.equal(JSON.parse(body));
    }
  });

  it("rule 19: without groups an address is a member of none", async () => {
    expect((await caller.details(await caller.create(connect()))).json).not.to.have.property("groups");
  });

  it("rule 20: without accessControl the list stays open, and details say so by its absence", async () => {
    expect((await caller.details(await caller.create(listen()))).json).not.to.have.property("accessControl");
  });

  const cases: [name: string, body: object | string, expected: number][] = [
    ["rule 15: allowedActions is mandatory", { groups: ["a"] }, 400],
    ["rule 16: 16 groups are allowed", connect({ groups: groups(16) }), 201],
    [
      "rule 17: 24 groups and 8 addresses are allowed",
      listen({ groups: groups(24), cloudAddresses: addresses(8) }),
      201,
    ],
    ["rule 17: an access list may have groups only", listen({ groups: ["a"] }), 201],
    ["rule 17: an access list may have addresses only", listen({ cloudAddresses: addresses(1) }), 201],
    ["rule 25: an unknown action", { allowedActions: ["fly"] }, 1003],
    ["rule 25: an action in capitals", { allowedActions: ["Connect"] }, 1003],
    ["rule 25: an empty action", { allowedActions: [""] }, 1003],
    ["rule 25: an action that is no string", { allowedActions: [1] }, 1003],
    ["rule 26: 17 groups", connect({ groups: groups(17) }), 1004],
    ["rule 26: 25 groups of an access list", listen({ groups: groups(25) }), 1004],
    ["rule 26: 9 addresses of an access list", listen({ cloudAddresses: addresses(9) }), 1004],
    ["rule 27: an empty allowedActions", { allowedActions: [] }, 1005],
    ["rule 27: empty groups", connect({ groups: [] }), 1005],
    ["rule 27: empty groups of an access list", listen({ groups: [] }), 1005],
    ["rule 27: empty cloudAddresses", listen({ cloudAddresses: [] }), 1005],
    ["rule 29: an access list without lists", listen({}), 1008],
    ["rule 30: an access list on a connect address", connect({ accessControl: { groups: ["a"] } }), 1009],
    ["rule 30: groups on a listen address", { ...listen(), groups: ["a"] }, 1009],
  ];
  for (const [name, body, expected] of cases) {
    it(`${name}: ${expected}`, async () => {
      const { status, json } = await caller.post(body);
      expect(expected > 1000 ? json?.errorCode : status).to.equal(expected);
      expect(caller.emulator.snapshot().addresses).to.have.length(expected === 201 ? 1 : 0);
    });
  }

  for (const [bytes, character] of [
    [1, "a"],
    [2, "é"],
    [3, "漢"],
    [4, fourBytes],
  ] as const) {
    for (const [length, ok] of [
      [0, false],
      [1, true],
      [256, true],
      [257, false],
    ] as const) {
      for (const place of ["groups", "accessControl.groups"] as const) {
        it(`rules 18 and 28: a name of ${length} characters of ${bytes} bytes in ${place} is ${ok ? "created" : "1006"}`, async () => {
          const name = character.repeat(length);
          const body =
            place === "groups" ? connect({ groups: ["a", name] }) : listen({ groups: ["a", name] });
          const { status, json } = await caller.post(body);
          expect(status === 201 ? 201 : json.errorCode).to.equal(ok ? 201 : 1006);
        });
      }
    }
  }

  it("rule 22: a create is never 409 or 412, even with If-Match", async () => {
    expect((await caller.post(connect(), { "if-match": '"99"' })).status).to.equal(201);
  });

  for (const contentType of [null, "text/plain", "application/jsonx", "application/x-www-form-urlencoded"]) {
    it(`rule 23: a body of type ${contentType ?? "(none)"} is 1001`, async () => {
      expect((await caller.post(connect(), { "content-type": contentType })).json.errorCode).to.equal(1001);
    });
  }

  for (const accept of [
    "text/html",
    "application/xml",
    "application/json;q=0",
    "*/*, application/json;q=0",
  ]) {
    it(`rule 24: Accept: ${accept} is 1002`, async () => {
      expect((await caller.post(connect(), { accept })).json.errorCode).to.equal(1002);
    });
  }
});
