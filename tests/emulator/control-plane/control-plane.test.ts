import { expect } from "chai";
import { defaultQuirks, type FaultAccount, type JournalEntry, type Snapshot } from "../../../emulator";
import { type Caller, type Sent } from "../caller/caller";
import { useCaller } from "../caller/use-caller";

describe("emulator: control plane", () => {
  let caller: Caller;
  useCaller((started) => (caller = started));

  /** A control without credentials, as curl would send it. */
  async function control(method: string, path: string, body?: unknown, headers: Sent["headers"] = {}) {
    const { status, text } = await caller.raw(method, `/_emulator${path}`, { body, headers });
    return { status, body: (text === "" ? undefined : JSON.parse(text)) as unknown };
  }

  it("health answers", async () => {
    expect(await control("GET", "/health")).to.deep.equal({ status: 200, body: { status: "ok" } });
  });

  it("seed adds addresses, with what is given, and the snapshot has them", async () => {
    const seeds = [
      {
        cloudAddress: "a.b.c.d",
        allowedActions: ["listen"],
        accessControl: { groups: ["g"] },
        cloudPassword: "known",
        version: 7,
      },
      { allowedActions: ["connect"], pending: false },
    ];
    const { status, body } = await control("POST", "/seed", { addresses: seeds });
    expect(status).to.equal(200);
    const [first, second] = (body as { cloudAddresses: string[] }).cloudAddresses;
    expect(first).to.equal("a.b.c.d");
    const { addresses } = (await control("GET", "/snapshot")).body as Snapshot;
    expect(addresses.map(({ cloudAddress }) => cloudAddress)).to.deep.equal([first, second]);
    expect(addresses[0]).to.deep.include({
      owner: "emulator",
      allowedActions: ["listen"],
      accessControl: { groups: ["g"] },
      version: 7,
      etag: '"7"',
      changes: "none",
    });
    expect(JSON.stringify(addresses)).not.to.contain("known");
    expect(
      (await control("POST", "/addresses/a.b.c.d/verify-password", { password: "known" })).body,
    ).to.deep.equal({
      valid: true,
    });
    expect(
      (await control("POST", "/addresses/a.b.c.d/verify-password", { password: "else" })).body,
    ).to.deep.equal({
      valid: false,
    });
  });

  it("an edit, a password reset and a delete are as if another person had done them", async () => {
    const { cloudAddress, cloudPassword } = (
      await caller.post({ allowedActions: ["connect"], groups: ["a"] })
    ).json;
    expect((await control("PUT", `/addresses/${cloudAddress}`, { groups: ["b"] })).status).to.equal(204);
    const edited = await caller.details(cloudAddress);
    expect([edited.json.groups, edited.json.allowedActions]).to.deep.equal([["b"], ["connect"]]);
    expect(edited.headers.etag).to.equal('"2"');
    expect((await control("POST", `/addresses/${cloudAddress}/reset-password`)).status).to.equal(204);
    expect((await caller.details(cloudAddress)).headers.etag).to.equal('"3"');
    expect(caller.emulator.verifyPassword(cloudAddress, cloudPassword)).to.be.false;
    expect((await control("DELETE", `/addresses/${cloudAddress}`)).status).to.equal(204);
    expect((await caller.details(cloudAddress)).status).to.equal(404);
  });

  it("an edit replaces everything but the action", async () => {
    const [address] = caller.emulator.seed([{ allowedActions: ["connect"], groups: ["a"] }]) as [string];
    caller.emulator.editAddress(address, {});
    expect((await caller.details(address)).json).to.deep.equal({
      cloudAddress: address,
      allowedActions: ["connect"],
    });
  });

  it("readiness is read, set and released", async () => {
    expect((await control("GET", "/readiness")).body).to.deep.equal({ mode: "immediate" });
    expect((await control("PUT", "/readiness", { mode: "manual" })).status).to.equal(204);
    const [first, second] = [await caller.create(), await caller.create()];
    expect((await control("POST", "/readiness/release", { cloudAddress: first })).status).to.equal(204);
    expect([await caller.changes(first), await caller.changes(second)]).to.deep.equal(["none", "pending"]);
    expect((await control("POST", "/readiness/release")).status).to.equal(204);
    expect(await caller.changes(second)).to.equal("none");
  });

  it("quirks and latency are read and set", async () => {
    expect((await control("PUT", "/quirks", { etag: "weak" })).status).to.equal(204);
    expect((await control("GET", "/quirks")).body).to.deep.equal({ ...defaultQuirks, etag: "weak" });
    expect((await control("PUT", "/latency", { milliseconds: 1 })).status).to.equal(204);
    expect((await control("GET", "/latency")).body).to.deep.equal({ milliseconds: 1 });
  });

  it("faults are planned, accounted for and cleared", async () => {
    const planned = await control("POST", "/faults", [
      { operation: "list", fault: { kind: "status", status: 503 } },
    ]);
    expect(planned.status).to.equal(201);
    await caller.call("GET", "");
    const { faults } = (await control("GET", "/faults")).body as { faults: FaultAccount[] };
    expect(faults).to.have.length(1);
    expect(faults[0]).to.deep.include({
      id: (planned.body as { ids: string[] }).ids[0],
      fired: 1,
      completed: true,
    });
    expect((await control("DELETE", "/faults")).status).to.equal(204);
    expect((await control("GET", "/faults")).body).to.deep.equal({ faults: [] });
  });

  it("the journal is read and cleared, and has no controls in it", async () => {
    await caller.call("GET", "");
    const { counts, entries } = (await control("GET", "/journal")).body as {
      counts: Record<string, number>;
      entries: JournalEntry[];
    };
    expect(counts["list"]).to.equal(1);
    expect(entries.map(({ operation }) => operation)).to.deep.equal(["list"]);
    expect((await control("DELETE", "/journal")).status).to.equal(204);
    expect(caller.emulator.journal()).to.deep.equal([]);
  });

  it("reset is back to the start", async () => {
    await caller.create();
    caller.emulator.setReadiness({ mode: "manual" });
    caller.emulator.setLatency(1);
    caller.emulator.planFaults([{ operation: "list", fault: { kind: "stall" } }]);
    expect((await control("POST", "/reset")).status).to.equal(204);
    expect(caller.emulator.snapshot().addresses).to.deep.equal([]);
    expect(caller.emulator.readiness()).to.deep.equal({ mode: "immediate" });
    expect([caller.emulator.latency(), caller.emulator.faults(), caller.emulator.journal()]).to.deep.equal([
      0,
      [],
      [],
    ]);
  });

  for (const [method, path, body, problems] of [
    ["PUT", "/quirks", { etag: "strong", stalePolls: -1, colour: "red" }, 3],
    ["PUT", "/readiness", { mode: "soon" }, 1],
    ["PUT", "/readiness", { mode: "polls", polls: -1 }, 1],
    ["PUT", "/readiness", undefined, 1],
    ["PUT", "/latency", { milliseconds: "1" }, 1],
    ["POST", "/faults", { faults: "all" }, 1],
    [
      "POST",
      "/seed",
      [
        { allowedActions: "connect", version: 0 },
        { allowedActions: [], apiKey: 1 },
      ],
      3,
    ],
    ["POST", "/seed", [{ allowedActions: ["connect"], apiKey: "stranger" }], 1],
    ["POST", "/seed", undefined, 1],
    ["POST", "/seed", "{", 1],
  ] as const) {
    it(`${method} ${path} of ${JSON.stringify(body)} is 400 with ${problems} problems, and changes nothing`, async () => {
      const answered = await control(method, path, body);
      expect(answered.status).to.equal(400);
      expect((answered.body as { problems: string[] }).problems).to.have.length(problems);
      expect(caller.emulator.quirks()).to.deep.equal(defaultQuirks);
      expect(caller.emulator.snapshot().addresses).to.deep.equal([]);
    });
  }

  it("a seed that exists already is refused, with all that came with it", async () => {
    const seeds = [{ allowedActions: ["connect"] }, { cloudAddress: "a.b.c.d", allowedActions: ["connect"] }];
    expect((await control("POST", "/seed", seeds)).status).to.equal(200);
    expect((await control("POST", "/seed", seeds)).status).to.equal(400);
    expect((await control("POST", "/seed", [seeds[1], seeds[1]])).status).to.equal(400);
    expect(caller.emulator.snapshot().addresses).to.have.length(2);
  });

  it("an unknown address or resource is 404", async () => {
    for (const [method, path] of [
      ["PUT", "/addresses/a.b.c.d"],
      ["DELETE", "/addresses/a.b.c.d"],
      ["POST", "/addresses/a.b.c.d/reset-password"],
      ["GET", "/elsewhere"],
      ["PATCH", "/quirks"],
    ] as const) {
      expect((await control(method, path, {})).status, path).to.equal(404);
    }
  });

  it("a web page cannot use it", async () => {
    expect((await control("POST", "/reset", undefined, { origin: "https://evil.example" })).status).to.equal(
      403,
    );
  });
});
