import { expect } from "chai";
import { assertCloudAddress, InvalidCloudAddressError } from "../../../client";
import { StubService } from "../stub-service";
import { rejection } from "../rejection";

describe("a cloud address", () => {
  afterEach(() => StubService.closeAll());

  const refused: [string, unknown][] = [
    ["empty", ""],
    ["undefined", undefined],
    ["a number", 7],
    ["an object that prints well", { toString: () => "a.b" }],
    ["with /", "a/b"],
    ["with ?", "a?b"],
    ["with #", "a#b"],
    ["with ..", "a..b"],
    [". alone, which a URL parser removes", "."],
    ["with a blank", "a b"],
    ["with a no-break space", "a\u00a0b"],
    ["with a line end", "a\n"],
    ["with a control character", "a\u0000b"],
    ["with half a surrogate pair", "a\ud800"],
    ["with a character that is not shown", "a\u200bb"],
  ];
  for (const [name, value] of refused) {
    it(`A56: ${name} is refused`, () => {
      expect(() => assertCloudAddress(value))
        .to.throw(InvalidCloudAddressError)
        .with.property("attempts", 0);
    });
  }

  it("A57: is not held to any pattern beyond that", () => {
    const documented = "ztgDAEjLLP4yHwHrdz9.ztgPXJMFsk1NiEGpbAx.livEXXxXXSrGS1urBF5.FCRPRHbrZPyfmS6Nt4M";
    for (const value of [documented, "a", "a.b", "%2e%2e", "\u00e9", "a\\b", "a@b:c"])
      assertCloudAddress(value);
  });

  it("A56: an empty one reaches the service in no operation: DELETE and POST on it mean the collection", async () => {
    const stub = await StubService.start({ status: 200 });
    const client = stub.client();
    const write = { ifMatch: "1" };
    const calls = [
      client.getReadiness(""),
      client.getCloudAddress(""),
      client.changeCloudAddress("", { action: "connect" }, write),
      client.resetPassword("", write),
      client.deleteCloudAddress("", write),
      client.waitUntilReady("", { timeoutSeconds: 1 }),
    ];
    for (const call of calls) await rejection(InvalidCloudAddressError, call);
    expect(stub.requests).to.deep.equal([]);
  });

  it("A56: is escaped in the path", async () => {
    const stub = await StubService.start({ json: { changes: "none" } });
    await stub.client().getReadiness("%2e%2e");
    await stub.client().getReadiness("a\\b@c:d%");
    expect(stub.requests.map(({ path }) => path)).to.deep.equal([
      "/static-address/%252e%252e/ready",
      "/static-address/a%5Cb%40c%3Ad%25/ready",
    ]);
  });
});
