import { expect } from "chai";
import type { VncCloudClient } from "../../../client";
import { collect } from "../rejection";
import { StubService, type StubAnswer, type StubRequest } from "../stub-service";

const cloudAddress = "a.b.c.d";
const credentials: StubAnswer = { status: 201, json: { cloudAddress, cloudPassword: "p" } };
const write = { ifMatch: "7" };
const json = "application/json";

/** An operation, what the service answers to it, and what is to be sent. */
interface Row {
  readonly rule: string;
  readonly call: (client: VncCloudClient) => Promise<unknown>;
  readonly answer: StubAnswer;
  readonly sent: string;
  readonly headers: Partial<Record<"accept" | "content-type" | "if-match" | "content-length", string>>;
  readonly body?: unknown;
}

const rows: readonly Row[] = [
  {
    rule: "rules 15 and 31: create",
    call: (client) => client.createCloudAddress({ action: "connect", groups: ["b", "a", "b"] }),
    answer: credentials,
    sent: "POST /static-address",
    headers: { accept: json, "content-type": json },
    body: { allowedActions: ["connect"], groups: ["a", "b"] },
  },
  {
    rule: "rule 17: create",
    call: (client) =>
      client.createCloudAddress({
        action: "listen",
        accessControl: { groups: ["g"], cloudAddresses: ["e.f.g.h"] },
      }),
    answer: credentials,
    sent: "POST /static-address",
    headers: { accept: json, "content-type": json },
    body: { allowedActions: ["listen"], accessControl: { groups: ["g"], cloudAddresses: ["e.f.g.h"] } },
  },
  {
    rule: "rules 35 and 41: list",
    call: (client) => collect(client.listCloudAddresses({ limit: 35 })),
    answer: { json: { cloudAddresses: [cloudAddress] } },
    sent: "GET /static-address?limit=35",
    headers: { accept: json },
  },
  {
    rule: "A37: list, with the largest pages",
    call: (client) => collect(client.listCloudAddresses()),
    answer: { status: 204 },
    sent: "GET /static-address?limit=99",
    headers: { accept: json },
  },
  {
    rule: "rule 42: ready",
    call: (client) => client.getReadiness(cloudAddress),
    answer: { json: { changes: "none" } },
    sent: "GET /static-address/a.b.c.d/ready",
    headers: { accept: json },
  },
  {
    rule: "rule 45: details",
    call: (client) => client.getCloudAddress(cloudAddress),
    answer: { json: { cloudAddress, allowedActions: ["connect"] } },
    sent: "GET /static-address/a.b.c.d",
    headers: { accept: json },
  },
  {
    rule: "rules 49, 51 and 56: change",
    call: (client) => client.changeCloudAddress(cloudAddress, { action: "listen" }, write),
    answer: { status: 200 },
    sent: "PUT /static-address/a.b.c.d",
    headers: { "content-type": json, "if-match": '"7"' },
    body: { cloudAddress, allowedActions: ["listen"] },
  },
  {
    rule: "rules 57 and 59: reset",
    call: (client) => client.resetPassword(cloudAddress, write),
    answer: credentials,
    sent: "POST /static-address/a.b.c.d",
    headers: { accept: json, "if-match": '"7"', "content-length": "0" },
  },
  {
    rule: "rules 62 and 64: delete",
    call: (client) => client.deleteCloudAddress(cloudAddress, write),
    answer: { status: 204 },
    sent: "DELETE /static-address/a.b.c.d",
    headers: { "if-match": '"7"' },
  },
  {
    rule: "A1: an unconditional delete",
    call: (client) => client.deleteCloudAddress(cloudAddress, { ifMatch: undefined }),
    answer: { status: 204 },
    sent: "DELETE /static-address/a.b.c.d",
    headers: {},
  },
];

describe("what an operation sends", () => {
  afterEach(() => StubService.closeAll());

  for (const { rule, call, answer, sent, headers, body } of rows) {
    it(`${rule} is one ${sent} with exactly these headers`, async () => {
      const stub = await StubService.start(answer);
      await call(stub.client());
      expect(stub.requests).to.have.length(1);
      const [request] = stub.requests as [StubRequest];
      expect(`${request.method} ${request.path}`).to.equal(sent);
      const { authorization, host, connection, "user-agent": userAgent, ...others } = request.headers;
      const { body: text } = request;
      expect(others).to.deep.equal({
        ...headers,
        ...(text !== "" && { "content-length": String(Buffer.byteLength(text)) }),
      });
      expect(authorization).to.equal(`Basic ${Buffer.from("stub-key:stub-secret").toString("base64")}`);
      expect(userAgent).to.match(/^pulumi-vnc-cloud\/\d+\.\d+\.\d+/);
      expect([host, connection]).to.deep.equal([new URL(stub.endpoint).host, "keep-alive"]);
      expect(text === "" ? undefined : JSON.parse(text)).to.deep.equal(body);
    });
  }

  it("rule 3: key and secret are sent in UTF-8, and a colon in the secret stays", async () => {
    const stub = await StubService.start({ status: 204 });
    await stub
      .client({ apiKey: "k\u00e9y", apiSecret: "a:\u20ac" })
      .deleteCloudAddress(cloudAddress, { ifMatch: "1" });
    expect(stub.requests[0]?.headers.authorization).to.equal(
      `Basic ${Buffer.from("k\u00e9y:a:\u20ac").toString("base64")}`,
    );
  });
});
