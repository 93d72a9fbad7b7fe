import { expect } from "chai";
import { type Caller, basic, groups, unknownAddress } from "../caller/caller";
import { useCaller } from "../caller/use-caller";

/** What can be wrong with a change at once, in the order of A6; a request has one and all that come later. */
const faults: [name: string, expected: number, change: (sent: Attempt) => void][] = [
  ["no credentials", 401, (sent) => (sent.authorization = null)],
  ["an address that is not well-formed", 1007, (sent) => (sent.address = "not-an-address")],
  ["an unknown address", 404, (sent) => (sent.address = unknownAddress)],
  ["a wrong content type", 1001, (sent) => (sent.contentType = "text/plain")],
  ["a body that is no JSON", 400, (sent) => (sent.body = "{")],
  ["an unknown action", 1003, (sent) => (sent.members.allowedActions = ["fly"])],
  ["another address in the body", 409, (sent) => (sent.members.cloudAddress = unknownAddress)],
  ["another version", 412, (sent) => (sent.ifMatch = '"99"')],
];

interface Attempt {
  authorization: string | null;
  address: string;
  contentType: string;
  ifMatch: string;
  body?: string;
  members: Record<string, unknown>;
}

describe("emulator: order of the checks (A6, A19)", () => {
  let caller: Caller;
  let address: string;
  useCaller((started) => (caller = started));
  beforeEach(async () => (address = await caller.create()));

  faults.forEach(([name, expected], first) => {
    const later = faults.slice(first + 1).map(([other]) => other);
    it(`A6: ${name} is ${expected}, whatever else is wrong (${later.length} more)`, async () => {
      const attempt: Attempt = {
        authorization: basic("emulator"),
        address,
        contentType: "application/json",
        ifMatch: '"1"',
        members: { cloudAddress: address, allowedActions: ["connect"] },
      };
      // From the last to the first, so that of two faults of one place the earlier one is there.
      [...faults.slice(first)].reverse().forEach(([, , change]) => change(attempt));
      const { status, json } = await caller.call("PUT", `/${attempt.address}`, {
        headers: {
          authorization: attempt.authorization,
          "content-type": attempt.contentType,
          "if-match": attempt.ifMatch,
        },
        body: attempt.body ?? attempt.members,
      });
      expect(expected > 1000 ? json.errorCode : status).to.equal(expected);
      expect(caller.emulator.snapshot().addresses[0]).to.include({ version: 1 });
    });
  });

  it("A6: an unknown route without credentials is 401, with them 404", async () => {
    expect((await caller.raw("GET", "/elsewhere")).status).to.equal(401);
    expect(
      (await caller.raw("GET", "/elsewhere", { headers: { authorization: basic("emulator") } })).status,
    ).to.equal(404);
  });

  it("A6: 1002 comes before 412 in a reset, and 404 before 412 in a delete", async () => {
    const headers = { accept: "text/html", "if-match": '"99"' };
    expect((await caller.call("POST", `/${address}`, { headers })).json.errorCode).to.equal(1002);
    expect((await caller.call("DELETE", `/${unknownAddress}`, { headers })).status).to.equal(404);
  });

  it("A6: in a create 1001 comes before 1002, and 1002 before a body that is no JSON", async () => {
    const wrong = { "content-type": "text/plain", accept: "text/html" };
    expect((await caller.post("{", wrong)).json.errorCode).to.equal(1001);
    expect((await caller.post("{", { accept: "text/html" })).json.errorCode).to.equal(1002);
  });

  const tooMany = groups(25);
  const precedence: [code: number, later: string, body: object][] = [
    [1003, "1005, 1009", { allowedActions: ["fly"], groups: [], accessControl: {} }],
    [1005, "1009, 1008", { allowedActions: ["listen"], groups: [], accessControl: {} }],
    [1009, "1008, 1004", { allowedActions: ["listen"], groups: tooMany, accessControl: {} }],
    [1009, "1006", { allowedActions: ["listen"], groups: [""] }],
    [1004, "1006", { allowedActions: ["listen"], accessControl: { groups: [...tooMany, ""] } }],
    [1006, "A20", { allowedActions: ["listen"], accessControl: { groups: [""], cloudAddresses: ["?"] } }],
  ];
  for (const [code, later, body] of precedence) {
    it(`A19: ${code} comes before ${later}`, async () => {
      expect((await caller.post(body)).json.errorCode).to.equal(code);
    });
  }
});
