import { expect } from "chai";
import fc from "fast-check";
import { connect } from "node:net";
import { addresses, basic, type Caller } from "../caller/caller";
import { useCaller } from "../caller/use-caller";
import { rawRequest, sendRaw } from "../caller/raw-socket";

/** The same runs every time, so that a failure can be looked at. */
const runs = { seed: 20_261_124, numRuns: 100 };
/** Every status that the documentation knows (rules 7 to 10 and the matrix), with 405 (A58). */
const knownStatuses = [200, 201, 204, 400, 401, 403, 404, 405, 409, 412];

const name = fc.oneof(
  { weight: 60, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 5 }) },
  {
    weight: 5,
    arbitrary: fc.constantFrom("x".repeat(256), "\u{1f600}".repeat(256), " ", "\ud800", "__proto__"),
  },
  { weight: 1, arbitrary: fc.constantFrom("", "x".repeat(257), "\u{1f600}".repeat(257)) },
);
const names = (most: number) => fc.array(name, { minLength: 1, maxLength: most + 1, size: "max" });
const references = fc.array(fc.constantFrom(...addresses(9)), { minLength: 1, maxLength: 9, size: "max" });
const anything = fc.jsonValue({ maxDepth: 2 });
const listen = fc.constant(["listen"]);

/** JSON that is a body of create and change, is nearly one, or has the right members with any content. */
const nearlyRight: fc.Arbitrary<object> = fc.oneof(
  fc.record(
    { allowedActions: fc.constant(["connect"]), groups: names(16), note: anything },
    { requiredKeys: ["allowedActions"] },
  ),
  fc.record({ allowedActions: listen, accessControl: fc.record({ groups: names(24) }) }),
  fc.record({
    allowedActions: listen,
    accessControl: fc.record({ groups: names(2), cloudAddresses: references }, { requiredKeys: [] }),
  }),
  fc.record(
    {
      allowedActions: fc.oneof(listen, fc.constant(["connect"]), anything),
      groups: fc.oneof(names(2), anything),
      accessControl: fc.oneof(fc.record({ groups: anything, cloudAddresses: anything }), anything),
      constructor: anything,
    },
    { requiredKeys: ["allowedActions"] },
  ),
);

describe("emulator: hostile requests", () => {
  let caller: Caller;
  let address: string;
  useCaller((started) => (caller = started));
  beforeEach(async () => (address = await caller.create()));

  it("rules 15 to 30: a body is refused with a 400, or details have just what it said", async () => {
    await fc.assert(
      fc.asyncProperty(nearlyRight, async (body) => {
        const made = await caller.post(body);
        if (made.status === 400) {
          expect(made.text === "" || Number(made.json.errorCode) > 1000).to.equal(true);
          return;
        }
        expect(made.status).to.equal(201);
        const { allowedActions, groups, accessControl } = body as Record<string, unknown>;
        const said = JSON.parse(JSON.stringify({ allowedActions, groups, accessControl })) as object;
        const { cloudAddress } = made.json;
        const { json } = await caller.details(cloudAddress);
        expect(withoutUnknown(json)).to.deep.equal(withoutUnknown({ cloudAddress, ...said }));
      }),
      { ...runs, numRuns: 300 },
    );
  });

  it("rule 50: a change that is refused changes nothing, and one that is done replaces everything", async () => {
    await fc.assert(
      fc.asyncProperty(nearlyRight, async (body) => {
        const before = await caller.details(address);
        const { status, text } = await caller.put(address, body, { "if-match": before.headers.etag ?? null });
        const after = await caller.details(address);
        if (status === 400) {
          expect([after.text, after.headers.etag]).to.deep.equal([before.text, before.headers.etag]);
        } else {
          expect([status, text]).to.deep.equal([200, ""]);
          expect(after.headers.etag).not.to.equal(before.headers.etag);
          const said = JSON.parse(JSON.stringify(body)) as object;
          expect(withoutUnknown(after.json)).to.deep.equal(
            withoutUnknown({ cloudAddress: address, ...said }),
          );
        }
      }),
      runs,
    );
  });

  it("no header, path or query gets an answer that the documentation does not know", async () => {
    const value = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc
        .array(
          fc.constantFrom(
            '"',
            "1",
            ",",
            "W/",
            "*",
            ";",
            "q=",
            "0.5",
            "application/",
            "json",
            "Basic ",
            "=",
            " ",
          ),
          {
            maxLength: 10,
          },
        )
        .map((parts) => parts.join("")),
    );
    const header = fc.constantFrom(
      "if-match",
      "accept",
      "content-type",
      "authorization",
      "if-none-match",
      "range",
    );
    const segment = fc.oneof(
      fc.constantFrom(
        "",
        "/",
        "/..",
        "/%2e%2e",
        "/%",
        "/%00",
        "/ready",
        "//",
        "?limit=1",
        "?limit=",
        "?cursor=x",
        "?&&=",
      ),
      fc.webSegment().map((text) => `/${text}`),
    );
    const method = fc.constantFrom(
      "GET",
      "PUT",
      "POST",
      "DELETE",
      "HEAD",
      "OPTIONS",
      "PATCH",
      "TRACE",
      "PROPFIND",
    );
    await fc.assert(
      fc.asyncProperty(
        method,
        fc.boolean(),
        segment,
        fc.dictionary(header, value),
        async (verb, known, rest, headers) => {
          const path = `${known ? `/${address}` : ""}${rest}`;
          const { status, text } = await caller.call(verb, path, {
            headers,
            body: verb === "PUT" ? "{}" : undefined,
          });
          expect(status, `${verb} ${path} ${JSON.stringify(headers)}`).to.be.oneOf(knownStatuses);
          if (status >= 401 || status === 204) {
            expect(text).to.equal("");
          }
        },
      ),
      { ...runs, numRuns: 300 },
    );
  });

  it("no bytes on a connection stop it from answering on another", async () => {
    const start = fc.constantFrom(
      "",
      "GET ",
      rawRequest("GET", "").slice(0, -2),
      "POST / HTTP/1.1\r\n",
      "PRI * HTTP/2.0\r\n\r\n",
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (first, rest) => {
        // The blank lines end a head that has none, so that the server answers or closes.
        const bytes = Buffer.concat([Buffer.from(first), rest, Buffer.from("\r\n\r\n\r\n\r\n")]);
        await sendRaw(caller.emulator, bytes, true);
        expect((await caller.details(address)).status).to.equal(200);
      }),
      runs,
    );
  });

  /** How the end of a body can be disguised; what follows it asks for the deletion of the address. */
  for (const [disguise, head] of [
    ["a length and chunks", "Content-Length: 5\r\nTransfer-Encoding: chunked"],
    ["chunks and a length", "Transfer-Encoding: chunked\r\nContent-Length: 5"],
    ["two lengths", "Content-Length: 5\r\nContent-Length: 0"],
    ["a list of lengths", "Content-Length: 5, 5"],
    ["a signed length", "Content-Length: +5"],
    ["a hexadecimal length", "Content-Length: 0x5"],
    ["a negative length", "Content-Length: -1"],
    ["an unknown transfer encoding", "Transfer-Encoding: xchunked"],
    ["chunks that are not last", "Transfer-Encoding: chunked, identity"],
    ["a blank before the colon", "Transfer-Encoding : chunked"],
    ["a folded header", "X: y\r\n Transfer-Encoding: chunked\r\nContent-Length : 5"],
    ["a bare line feed", "Content-Length: 0\nTransfer-Encoding: chunked"],
    ["a control character", "Transfer-Encoding: \u000bchunked"],
  ] as const) {
    it(`a request with ${disguise} is refused as a whole: nothing behind it is carried out`, async () => {
      const hidden = rawRequest("DELETE", `/${address}`);
      const smuggling = `${rawRequest("POST", "", "Content-Type: application/json", head)}0\r\n\r\n${hidden}`;
      const { text } = await sendRaw(caller.emulator, smuggling, true);
      expect(text).to.match(/^HTTP\/1\.1 400 /);
      expect(caller.emulator.requestCounts().delete).to.equal(0);
      expect((await caller.details(address)).status).to.equal(200);
    });
  }

  it("requests one behind the other on one connection are answered in their order", async () => {
    const requests = [
      rawRequest("GET", `/${address}/ready`),
      rawRequest("GET", "/x"),
      rawRequest("GET", "", "Connection: close"),
    ];
    const { text } = await sendRaw(caller.emulator, requests.join(""));
    expect(text.match(/HTTP\/1\.1 \d+/g)).to.deep.equal(["HTTP/1.1 200", "HTTP/1.1 400", "HTTP/1.1 200"]);
  });

  it("a body in chunks of single bytes, or announced with Expect, is read as one that comes at once", async () => {
    const body = '{"allowedActions":["connect"],"groups":["\u{1f600}"]}';
    const bytes = Buffer.from(body);
    const head = (...lines: string[]) =>
      rawRequest("POST", "", "Content-Type: application/json", "Connection: close", ...lines);
    const chunks = [...bytes].map((byte) =>
      Buffer.concat([Buffer.from("1\r\n"), Buffer.of(byte), Buffer.from("\r\n")]),
    );
    for (const request of [
      Buffer.concat([Buffer.from(head("Transfer-Encoding: chunked")), ...chunks, Buffer.from("0\r\n\r\n")]),
      Buffer.concat([Buffer.from(head(`Content-Length: ${bytes.length}`, "Expect: 100-continue")), bytes]),
    ]) {
      const { text } = await sendRaw(caller.emulator, request);
      expect(text).to.match(/HTTP\/1\.1 201 Created/);
    }
    const groups = caller.emulator.snapshot().addresses.map((made) => made.groups);
    expect(groups).to.deep.equal([undefined, ["\u{1f600}"], ["\u{1f600}"]]);
  });

  it("a request that comes byte by byte is answered, and so are others meanwhile", async () => {
    const bytes = rawRequest("GET", `/${address}`, "Connection: close");
    const socket = connect(caller.emulator.port, "127.0.0.1").setNoDelay(true);
    let text = "";
    socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
    for (const byte of bytes) {
      await new Promise((resolve) => socket.write(byte, resolve));
      if (byte === "\n") expect((await caller.details(address)).status).to.equal(200);
    }
    await new Promise((resolve) => socket.on("close", resolve));
    expect(text).to.match(/^HTTP\/1\.1 200 OK/);
  });

  it("the smallest request of HTTP/1.0 is answered, and its connection ends", async () => {
    const request = `GET /cloud/1.1/static-address HTTP/1.0\r\nAuthorization: ${basic("emulator")}\r\n\r\n`;
    const { text, ended } = await sendRaw(caller.emulator, request);
    expect(text).to.match(/^HTTP\/1\.1 200 OK\r\n/);
    expect(ended).to.equal("end");
  });

  it("A27: a body of 50 MB is refused with 400, and the connection goes on", async () => {
    const { status, text } = await caller.post(Buffer.alloc(50_000_000, "x"));
    expect([status, text]).to.deep.equal([400, ""]);
    expect((await caller.details(address)).status).to.equal(200);
  });

  it("a million levels of nesting are 400 or ignored, and do no harm", async () => {
    for (const [body, status] of [
      ["[".repeat(1_000_000), 400],
      [`{"allowedActions":["connect"],"x":${"[".repeat(500_000)}${"]".repeat(500_000)}}`, 201],
      [`{"allowedActions":${"[".repeat(500_000)}${"]".repeat(500_000)}}`, 400],
    ] as const) {
      expect((await caller.post(body)).status).to.equal(status);
    }
    expect((await caller.raw("GET", "/_emulator/journal")).status).to.equal(200);
  });
});

/** The members that the documentation knows, access lists included (A23). */
function withoutUnknown(body: object): object {
  const known = ["cloudAddress", "allowedActions", "groups", "accessControl", "cloudAddresses"];
  return Object.fromEntries(
    Object.entries(body)
      .filter(([member]) => known.includes(member))
      .map(([member, value]) => [
        member,
        member === "accessControl" ? withoutUnknown(value as object) : (value as unknown),
      ]),
  );
}
