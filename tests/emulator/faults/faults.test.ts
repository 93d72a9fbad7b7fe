import { expect } from "chai";
import type { Fault } from "../../../emulator";
import { type Caller, type Answered } from "../caller/caller";
import { useCaller } from "../caller/use-caller";
import { rawRequest, sendRaw } from "../caller/raw-socket";

describe("emulator: faults", () => {
  let caller: Caller;
  let address: string;
  useCaller((started) => (caller = started), { clock: () => Date.UTC(2030, 0, 1, 12, 0, 0, 250) });
  beforeEach(async () => (address = await caller.create({ allowedActions: ["connect"], groups: ["a"] })));

  const version = () => caller.emulator.snapshot().addresses[0]?.version;
  const plan = (fault: Fault) => caller.emulator.planFaults([{ fault }]);

  /** Faults that answer, on a reset of the password: what is answered, and whether the service did it. */
  const answering: [fault: Fault, isDone: boolean, check: (answered: Answered) => void][] = [
    [
      { kind: "status", status: 503 },
      false,
      ({ status, text }) => expect([status, text]).to.deep.equal([503, ""]),
    ],
    [
      { kind: "status", status: 429, retryAfterSeconds: 7 },
      false,
      ({ headers }) => expect(headers["retry-after"]).to.equal("7"),
    ],
    [
      { kind: "status", status: 503, retryAfterDateSeconds: 5 },
      false,
      ({ headers }) => expect(headers["retry-after"]).to.equal("Tue, 01 Jan 2030 12:00:06 GMT"),
    ],
    [
      { kind: "status", status: 400, errorCode: 1007 },
      false,
      ({ json, headers }) => {
        expect(json.errorCode).to.equal(1007);
        expect(headers["content-type"]).to.equal("application/json");
      },
    ],
    [
      { kind: "status", status: 502, html: true },
      false,
      ({ text, headers }) => {
        expect(text).to.match(/^<html>/);
        expect(headers["content-type"]).to.match(/^text\/html/);
      },
    ],
    [
      { kind: "status", status: 500, body: "oops", headers: { "X-Cause": "test" } },
      false,
      ({ text, headers }) => expect([text, headers["x-cause"]]).to.deep.equal(["oops", "test"]),
    ],
    [
      { kind: "redirect", location: "http://127.0.0.1:1/" },
      false,
      ({ status, headers }) => expect([status, headers.location]).to.deep.equal([302, "http://127.0.0.1:1/"]),
    ],
    [
      { kind: "redirect", location: "/elsewhere", status: 308 },
      false,
      ({ status }) => expect(status).to.equal(308),
    ],
    [{ kind: "delay", milliseconds: 1 }, true, ({ status }) => expect(status).to.equal(200)],
    [{ kind: "commitThenDelay", milliseconds: 1 }, true, ({ status }) => expect(status).to.equal(200)],
    [
      { kind: "commitThenStatus", status: 504 },
      true,
      ({ status, text }) => expect([status, text]).to.deep.equal([504, ""]),
    ],
    [
      { kind: "slowBody", milliseconds: 0, bytes: 10 },
      true,
      ({ json }) => expect(json.cloudAddress).to.equal(address),
    ],
    [
      { kind: "truncatedBody", contentLength: "right" },
      true,
      ({ status, text, json, headers }) => {
        expect(status).to.equal(200);
        expect(json).to.equal(undefined);
        expect(text).to.match(/^\{"cloudAddress/);
        expect(Number(headers["content-length"])).to.equal(text.length);
      },
    ],
    [
      { kind: "emptyBody" },
      true,
      ({ status, text, headers }) => {
        expect([status, text]).to.deep.equal([200, ""]);
        expect(headers["content-type"]).to.equal("application/json");
      },
    ],
    [
      { kind: "wrongContentType" },
      true,
      ({ json, headers }) =>
        expect([json.cloudAddress, headers["content-type"]]).to.deep.equal([address, "text/html"]),
    ],
    [
      { kind: "foreignLink", url: "https://vnc-cloud.invalid/next" },
      true,
      ({ headers }) => expect(headers.link).to.equal('<https://vnc-cloud.invalid/next>; rel="next"'),
    ],
    [
      { kind: "hugeBody", bytes: 200_000 },
      true,
      ({ text, json }) => expect([text.length, json.cloudAddress]).to.deep.equal([200_000, address]),
    ],
    [
      { kind: "binaryBody", bytes: 64 },
      true,
      ({ json, headers }) =>
        expect([json, headers["content-type"], headers["content-length"]]).to.deep.equal([
          undefined,
          "application/json",
          "64",
        ]),
    ],
  ];
  for (const [fault, isDone, check] of answering) {
    it(`${JSON.stringify(fault)}: the service ${isDone ? "did" : "did not do"} what was asked for`, async () => {
      plan(fault);
      check(await caller.call("POST", `/${address}`));
      expect(version()).to.equal(isDone ? 2 : 1);
      expect((await caller.call("POST", `/${address}`)).json.cloudAddress).to.equal(address);
    });
  }

  /** Faults that end the connection: how, after which text, and whether the service did it. */
  const ending: [fault: Fault, ended: string, text: RegExp, isDone: boolean][] = [
    [{ kind: "reset" }, "ECONNRESET", /^$/, false],
    [{ kind: "hangUp" }, "end", /^$/, false],
    [{ kind: "commitThenReset" }, "ECONNRESET", /^$/, true],
    [
      { kind: "truncatedBody", contentLength: "wrong" },
      "end",
      /Content-Length: 13\d\r\n[^]*\{"cloudAddress/,
      true,
    ],
  ];
  for (const [fault, ended, text, isDone] of ending) {
    it(`${JSON.stringify(fault)} ends the connection with ${ended}, and the service ${isDone ? "did" : "did not do"} it`, async () => {
      plan(fault);
      const answered = await sendRaw(caller.emulator, rawRequest("POST", `/${address}`));
      expect(answered.ended).to.equal(ended);
      expect(answered.text).to.match(text);
      expect(version()).to.equal(isDone ? 2 : 1);
      if (fault.kind === "truncatedBody") {
        const [head = "", body = ""] = answered.text.split("\r\n\r\n");
        expect(body.length).to.be.lessThan(Number(/Content-Length: (\d+)/.exec(head)?.[1]));
      }
    });
  }

  for (const [kind, isDone] of [
    ["stall", false],
    ["commitThenStall", true],
  ] as const) {
    it(`${kind} never answers, and the service ${isDone ? "did" : "did not do"} it`, async () => {
      caller.emulator.planFaults([{ operation: "reset", fault: { kind } }]);
      const answered = sendRaw(caller.emulator, rawRequest("POST", `/${address}`));
      // A request on another connection shows that the stalled one has been taken in.
      while (caller.emulator.faults()[0]?.fired === 0) {
        await caller.details(address);
      }
      expect(await Promise.race([answered, caller.details(address).then(() => "nothing")])).to.equal(
        "nothing",
      );
      expect(version()).to.equal(isDone ? 2 : 1);
      expect(caller.emulator.journal().find(({ operation }) => operation === "reset")).to.include({
        status: 0,
      });
    });
  }

  it("faults come before authentication, so that any request can meet one", async () => {
    plan({ kind: "status", status: 503 });
    expect((await caller.call("GET", "", { headers: { authorization: null } })).status).to.equal(503);
  });

  it("refused connections are refused until they are accepted again, on the same port", async () => {
    await caller.emulator.refuseConnections();
    expect((await sendRaw(caller.emulator, rawRequest("GET", `/${address}`))).ended).to.equal("ECONNREFUSED");
    await caller.emulator.acceptConnections();
    const accepted = await sendRaw(caller.emulator, rawRequest("GET", `/${address}`, "Connection: close"));
    expect(accepted.text).to.match(/^HTTP\/1\.1 200 /);
  });
});
