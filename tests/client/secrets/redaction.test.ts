import { inspect } from "node:util";
import { expect } from "chai";
import { VncCloudClient, VncCloudError } from "../../../client";
import { keyFingerprint } from "../../../client/secrets/key-fingerprint";
import { Redactor } from "../../../client/secrets/redactor";
import { FakeTiming } from "../fake-timing";
import { rejection } from "../rejection";
import { StubService, type StubAnswer } from "../stub-service";

const apiKey = "Canary-key-1\u00e9";
/** In Base64 it has a plus sign and a slash, for which the form for URLs has others. */
const apiSecret = 'Canary "secret" 2/+..>>>???';
const pair = `${apiKey}:${apiSecret}`;
const forms = [apiKey, apiSecret, pair].flatMap((secret) => [
  secret,
  Buffer.from(secret).toString("base64"),
  Buffer.from(secret).toString("base64").replace(/=+$/, ""),
  Buffer.from(secret).toString("base64url"),
  encodeURIComponent(secret),
  JSON.stringify(secret).slice(1, -1),
]);

/** Everything that a log could show of a value. */
function printed(value: unknown): string {
  const error = value instanceof Error ? `${value.stack}${String(value.cause)}` : "";
  return [
    inspect(value, { depth: 10, showHidden: true }),
    JSON.stringify(value),
    String(value),
    error,
    `${Object.values(value as object)
      .map((one) => inspect(one, { depth: 10, showHidden: true }))
      .join()}`,
  ].join("\n");
}

function expectNoSecret(value: unknown): void {
  const text = printed(value);
  for (const form of forms) expect(text).not.to.include(form);
  expect(text).not.to.include("Canary");
}

describe("secrets", () => {
  afterEach(() => StubService.closeAll());

  it("are not printed with the client", () => {
    expectNoSecret(
      new VncCloudClient({ apiKey, apiSecret, environment: { HTTPS_PROXY: "http://u:Canary@p.example" } }),
    );
  });

  const echoes: [string, (form: string) => StubAnswer][] = [
    [
      "in the message of an error body",
      (form) => ({ status: 400, json: { errorMessage: `No ${form} here` } }),
    ],
    ["in the message of a 500", (form) => ({ status: 500, json: { errorMessage: `${form}${form}` } })],
    ["in an HTML body", (form) => ({ status: 502, text: `<p>${form}</p>` })],
    ["in the body of a success that is none", (form) => ({ text: `Authorization: Basic ${form}` })],
    [
      "in a member that is not understood",
      (form) => ({ json: { cloudAddress: form, allowedActions: [form] } }),
    ],
    [
      "in a redirect",
      (form) => ({ status: 302, headers: { Location: `https://x.example/${encodeURIComponent(form)}` } }),
    ],
    [
      "in the name of the request",
      (form) => ({ status: 500, headers: { "X-Request-Id": encodeURIComponent(form) } }),
    ],
  ];
  for (const [name, answer] of echoes) {
    it(`are not shown when the service repeats them ${name}`, async () => {
      for (const form of forms) {
        const stub = await StubService.start(answer(form));
        const client = stub.client({ apiKey, apiSecret, maxRetries: 0 });
        const error = await rejection(VncCloudError, client.getCloudAddress("a.b"));
        expectNoSecret(error);
      }
    });
  }

  it("are not shown in a readiness that the service makes up", async () => {
    const stub = await StubService.start({ json: { changes: `waiting for ${pair}` } });
    const client = stub.client({ apiKey, apiSecret, timing: new FakeTiming() });
    expectNoSecret(await rejection(VncCloudError, client.waitUntilReady("a.b", { timeoutSeconds: 1 })));
  });

  it("a password that arrives in a broken answer is not shown", async () => {
    const stub = await StubService.start({
      status: 201,
      text: '{"cloudAddress":"a.b","cloudPassword":"Canary-password',
      headers: { "X-Note": "Canary-password" },
    });
    expectNoSecret(await rejection(VncCloudError, stub.client().createCloudAddress({ action: "connect" })));
  });

  it("the credentials of a create and a reset do not print their password, but hold it", async () => {
    const stub = await StubService.start({
      status: 201,
      json: { cloudAddress: "a.b", cloudPassword: "Canary-password" },
    });
    const client = stub.client();
    for (const credentials of [
      await client.createCloudAddress({ action: "connect" }),
      await client.resetPassword("a.b", { ifMatch: "1" }),
    ]) {
      expect(credentials.cloudPassword).to.equal("Canary-password");
      expect(inspect(credentials, { showHidden: true })).not.to.include("Canary");
      expect(JSON.stringify({ credentials })).to.equal('{"credentials":{"cloudAddress":"a.b"}}');
      expect(inspect([{ credentials }], { depth: 9 })).not.to.include("Canary");
    }
  });

  it("a redactor removes whole secrets first, so that none is left over in parts", () => {
    const redactor = new Redactor(["abc", "abcdef", ""]);
    expect(redactor.clean("1 abcdef 2 abc 3")).to.equal("1 [redacted] 2 [redacted] 3");
    expect(redactor.clean("x".repeat(500))).to.have.lengthOf(301);
    expect(inspect(redactor, { showHidden: true }) + JSON.stringify({ redactor })).not.to.include("abc");
  });

  it("the fingerprint of a key is 12 hexadecimal characters, one-way, with a domain of its own", () => {
    const fingerprint = keyFingerprint("some-key");
    expect(fingerprint)
      .to.match(/^[0-9a-f]{12}$/)
      .and.equal(keyFingerprint("some-key"));
    expect(fingerprint).not.to.equal(keyFingerprint("some-kez"));
    // It is in every state: another one would make every address look like one of another key.
    expect(keyFingerprint("key")).to.equal("949c1961be55");
    // `printf %s some-key | sha256sum` begins with these; anybody could compare with that.
    expect(fingerprint).not.to.equal("88e6d9a1e6ee");
    expect(new VncCloudClient({ apiKey: "some-key", apiSecret: "x" }).keyFingerprint).to.equal(fingerprint);
  });
});
