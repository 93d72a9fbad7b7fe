import { inspect } from "node:util";
import { expect } from "chai";
import fc from "fast-check";
import {
  ConnectionError,
  InvalidResponseError,
  RequestTimeoutError,
  VncCloudError,
  type VncCloudClient,
} from "../../../client";
import { collect, rejection } from "../rejection";
import { RawService, rawAnswer } from "./raw-service";

const cloudAddress = "a.b.c.d";
const json = { "Content-Type": "application/json" };
const details = JSON.stringify({ cloudAddress, allowedActions: ["connect"] });
/** The same runs every time, so that a failure can be looked at. */
const runs = { seed: 20_261_124, numRuns: 30 };

const operations: Readonly<Record<string, (client: VncCloudClient) => Promise<unknown>>> = {
  create: (client) => client.createCloudAddress({ action: "connect" }),
  list: (client) => collect(client.listCloudAddresses()),
  ready: (client) => client.getReadiness(cloudAddress),
  details: (client) => client.getCloudAddress(cloudAddress),
  change: (client) => client.changeCloudAddress(cloudAddress, { action: "connect" }, { ifMatch: "1" }),
  reset: (client) => client.resetPassword(cloudAddress, { ifMatch: "1" }),
  delete: (client) => client.deleteCloudAddress(cloudAddress, { ifMatch: "1" }),
};

/** The error of a call, or undefined; anything but an error of the client with a short message is a failure. */
async function outcome(call: Promise<unknown>): Promise<VncCloudError | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (!(error instanceof VncCloudError)) throw error;
    expect(error.message).to.have.lengthOf.below(1200);
    expect(error.message).not.to.match(/\n|Canary/);
    expect(inspect(error, { depth: 5 })).not.to.include("Canary");
    return error;
  }
}

describe("a hostile service", () => {
  let service: RawService;
  let client: VncCloudClient;
  before(async () => {
    service = await RawService.start();
    client = service.client();
  });
  after(() => service.close());

  for (const [name, operation] of Object.entries(operations)) {
    it(`no bytes make ${name} fail with anything but an error of the client`, async () => {
      const line = fc.constantFrom(
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200\r\n\r\n",
        "HTTP/1.1 999 \r\n",
        "HTTP/9 ",
        "",
      );
      const bytes = fc
        .tuple(line, fc.uint8Array({ maxLength: 200 }))
        .map(([start, rest]) => Buffer.concat([Buffer.from(start), rest]));
      await fc.assert(
        fc.asyncProperty(bytes, async (answer) => {
          service.answer = answer;
          await outcome(operation(client));
        }),
        runs,
      );
    });

    it(`no header of an answer makes ${name} fail with anything but an error of the client`, async () => {
      const header = fc.constantFrom(
        "ETag",
        "Link",
        "Retry-After",
        "Date",
        "X-Request-Id",
        "Content-Type",
        "Location",
      );
      const value = fc
        .oneof(
          fc.string({ unit: "binary", maxLength: 60 }),
          fc
            .array(
              fc.constantFrom(
                "<",
                ">",
                ";",
                ",",
                '"',
                "rel=next",
                "W/",
                "9",
                "-1",
                "1e999",
                "//x.example",
                " ",
              ),
              {
                maxLength: 12,
              },
            )
            .map((parts) => parts.join("")),
        )
        // What ends a header ends this test's point with it; bytes of all kinds are the test before.
        .map((text) => text.replace(/[\r\n\0]/g, ""));
      const status = fc.constantFrom(
        "200 OK",
        "201 Created",
        "204 No Content",
        "302 Found",
        "400 Bad",
        "429 X",
        "503 X",
      );
      await fc.assert(
        fc.asyncProperty(status, fc.dictionary(header, value), async (answered, headers) => {
          service.answer = rawAnswer(answered, headers, answered.startsWith("204") ? "" : details);
          await outcome(operation(client));
        }),
        runs,
      );
    });
  }

  for (const [name, answer, expected, message] of [
    [
      "is cut off in its head",
      "HTTP/1.1 200 OK\r\nContent-",
      ConnectionError,
      /broke before the answer was complete/,
    ],
    [
      "is cut off in its body",
      rawAnswer("200 OK", { ...json, "Content-Length": "999" }, details.slice(0, 20)),
      ConnectionError,
      /broke/,
    ],
    ["says nothing at all", "", ConnectionError, /broke/],
    ["is no HTTP", "220 smtp.example ESMTP\r\n", ConnectionError, /broke/],
    [
      "has a head without an end",
      `HTTP/1.1 200 OK\r\nX: ${"x".repeat(100_000)}\r\n\r\n`,
      ConnectionError,
      /broke/,
    ],
    [
      "has two lengths",
      `HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
      ConnectionError,
      /broke/,
    ],
    [
      "has a chunk of no number",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
      ConnectionError,
      /broke/,
    ],
    [
      "has a body of 2 MB",
      rawAnswer("200 OK", json, " ".repeat(2_000_000) + details),
      InvalidResponseError,
      /longer than 1 MiB/,
    ],
    [
      "is deeply nested",
      rawAnswer("200 OK", json, "[".repeat(500_000)),
      InvalidResponseError,
      /not valid JSON/,
    ],
    [
      "is binary",
      Buffer.concat([rawAnswer("200 OK", { "Content-Length": "3" }), Buffer.of(0xff, 0xfe, 0x00)]),
      InvalidResponseError,
      /not valid UTF-8/,
    ],
    [
      "is called compressed",
      rawAnswer("200 OK", { ...json, "Content-Encoding": "gzip" }, "\x1f\x8b"),
      InvalidResponseError,
      /not valid JSON/,
    ],
    [
      "is HTML with success",
      rawAnswer("200 OK", { "Content-Type": "text/html" }, "<html>Log in</html>"),
      InvalidResponseError,
      /not valid JSON/,
    ],
    ["is a success without a body", rawAnswer("204 No Content", {}), InvalidResponseError, /is empty/],
    [
      "is about another address",
      rawAnswer("200 OK", json, details.replace("a.b", "x.y")),
      InvalidResponseError,
      /another cloud address/,
    ],
  ] as const) {
    it(`an answer that ${name} is a ${expected.name}`, async () => {
      service.answer = answer;
      const error = await outcome(client.getCloudAddress(cloudAddress));
      expect(error).to.be.instanceOf(expected);
      expect(error?.message).to.match(message);
    });
  }

  it("rules 52 and 61: a web page with success is no change and no delete, whose answers have no body", async () => {
    for (const [write, call] of [
      [
        "change",
        () => service.client().changeCloudAddress(cloudAddress, { action: "connect" }, { ifMatch: "1" }),
      ],
      ["delete", () => service.client().deleteCloudAddress(cloudAddress, { ifMatch: "1" })],
    ] as const) {
      service.answer = rawAnswer(
        "200 OK",
        { "Content-Type": "text/html" },
        "\n<!doctype html><title>Log in</title>",
      );
      const error = await call().catch((caught: unknown) => caught);
      expect(error, write).to.be.instanceOf(InvalidResponseError).and.to.include({ outcomeUnknown: true });
      expect((error as Error).message).to.match(/\(200\) is a web page/);
      for (const body of ["", "{}", "null"]) {
        service.answer = rawAnswer("200 OK", {}, body);
        await call();
      }
    }
  });

  it("a wrong content type does not matter, the body does (A7)", async () => {
    service.answer = rawAnswer("200 OK", { "Content-Type": "text/html", ETag: '"3"' }, details);
    expect(await client.getCloudAddress(cloudAddress)).to.deep.include({ cloudAddress, etag: "3" });
  });

  it("a whole password is kept although the connection breaks right after it: it comes only once", async () => {
    const body = JSON.stringify({ cloudAddress, cloudPassword: "p" });
    service.answer = rawAnswer("201 Created", { ...json, "Content-Length": "999" }, body);
    const { cloudPassword } = await client.createCloudAddress({ action: "connect" });
    expect(cloudPassword).to.equal("p");
  });

  it("members of a prototype change neither the answer nor any other object", async () => {
    const polluted = '{"groups":["x"],"accessControl":{},"isAdmin":true}';
    const body = `{"__proto__":${polluted},"constructor":{"prototype":${polluted}},${details.slice(1)}`;
    service.answer = rawAnswer("200 OK", json, body);
    expect((await client.getCloudAddress(cloudAddress)).characteristics).to.deep.equal({ action: "connect" });
    service.answer = rawAnswer("400 Bad", json, '{"__proto__":{"errorCode":1007},"errorMessage":7}');
    const error = await outcome(client.getCloudAddress(cloudAddress));
    expect(error).to.include({ status: 400 }).and.not.have.property("errorCode");
    expect(({} as { isAdmin?: boolean }).isAdmin).to.equal(undefined);
  });

  it("1xx answers before the real one are passed over", async () => {
    const early = "HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n";
    service.answer = early + rawAnswer("200 OK", json, details).toString();
    expect((await client.getCloudAddress(cloudAddress)).cloudAddress).to.equal(cloudAddress);
  });

  it("an answer for nobody on a kept connection is not taken for that of the next request", async () => {
    const patient = await RawService.start();
    patient.hangsUp = false;
    const kept = { ...json, Connection: "keep-alive" };
    const other = JSON.stringify({ changes: "smuggled" });
    const both = [rawAnswer("200 OK", kept, '{"changes":"none"}'), rawAnswer("200 OK", kept, other)];
    patient.answer = Buffer.concat(both);
    expect(await patient.client().getReadiness(cloudAddress)).to.equal("none");
    patient.answer = rawAnswer("200 OK", kept, '{"changes":"pending"}');
    const next = await patient.client().getReadiness(cloudAddress);
    await patient.close();
    expect(next).to.equal("pending");
  });

  it("an answer that never ends is given up after the time of one request", async () => {
    const slow = await RawService.start();
    slow.hangsUp = false;
    const hasty = slow.client({ requestTimeoutSeconds: 0.1 });
    for (const answer of [
      "",
      "HTTP/1.1 200 OK\r\nX-",
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n",
    ]) {
      slow.answer = answer;
      await rejection(RequestTimeoutError, hasty.getReadiness(cloudAddress));
    }
    await slow.close();
  });
});
