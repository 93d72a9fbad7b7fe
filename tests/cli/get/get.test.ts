import { expect } from "chai";
import { CommandFixture } from "../service/command-fixture";

describe("vnc-cloud get", () => {
  let fixture: CommandFixture;
  before(async () => (fixture = await CommandFixture.start()));
  after(() => fixture.stop());
  beforeEach(() => fixture.emulator.reset());

  it("shows an address in two requests, details and readiness", async () => {
    const [viewer = ""] = fixture.emulator.seed([
      { allowedActions: ["connect"], groups: ["support"], version: 7 },
    ]);
    fixture.emulator.clearJournal();
    expect(await fixture.run(["get", viewer])).to.deep.equal({
      code: 0,
      output:
        `cloud address  ${viewer}\naction         connect\naccess         groups "support"\n` +
        "etag           7\nready          yes\n",
      errors: "",
    });
    expect(fixture.emulator.journal().map(({ operation }) => operation)).to.deep.equal(["details", "ready"]);
  });

  it("--json has the characteristics, the ETag and what the service says of changes (rule 42)", async () => {
    fixture.emulator.setReadiness({ mode: "manual" });
    const accessControl = { groups: ["support"], cloudAddresses: ["a.b.c.d"] };
    const [server = ""] = fixture.emulator.seed([
      { allowedActions: ["listen"], accessControl, pending: true },
    ]);
    const { output } = await fixture.run(["get", server, "--json"]);
    expect(JSON.parse(output)).to.deep.equal({
      cloudAddress: server,
      action: "listen",
      accessControl,
      etag: "1",
      changes: "pending",
    });
    expect((await fixture.run(["get", server])).output).to.contain("ready          no (changes: pending)");
  });

  it("takes what it does not know for not ready, and says it (A50)", async () => {
    fixture.emulator.setQuirks({ pendingValue: "queued" });
    fixture.emulator.setReadiness({ mode: "manual" });
    const [viewer = ""] = fixture.emulator.seed([{ allowedActions: ["connect"], pending: true }]);
    expect((await fixture.run(["get", viewer])).output).to.contain("ready          no (changes: queued)");
  });

  it("says that the service sent no ETag (A1)", async () => {
    fixture.emulator.setQuirks({ etag: "none" });
    const [viewer = ""] = fixture.emulator.seed([{ allowedActions: ["connect"] }]);
    expect((await fixture.run(["get", viewer])).output).to.contain(
      "etag           - (the service sent none)",
    );
    expect(JSON.parse((await fixture.run(["get", viewer, "--json"])).output)).not.to.have.property("etag");
  });

  const failures: readonly [string, string, RegExp][] = [
    [
      "an address that does not exist",
      "gone.gone.gone.gone",
      /the service does not have it under this API key \(404\)/,
    ],
    ["one that is not well-formed (A57)", "nonsense", /Could not read the cloud address nonsense: .*1007/],
    ["one that would be another URI (A56)", "a/../b", /a\/\.\.\/b/],
  ];
  for (const [title, address, error] of failures) {
    it(`${title} ends with 1 and one message`, async () => {
      const result = await fixture.run(["get", address]);
      expect(result).to.include({ code: 1, output: "" });
      expect(result.errors)
        .to.match(/^error: .*\n$/)
        .and.match(error);
    });
  }

  it("Ctrl+C ends it with one line", async () => {
    fixture.emulator.planFaults([{ operation: "details", fault: { kind: "stall" } }]);
    fixture.emulator.clearJournal();
    const result = await fixture.interrupt(["get", "a.b.c.d"], 1);
    expect(result).to.deep.equal({ code: 1, output: "", errors: "error: Interrupted.\n" });
  });
});
