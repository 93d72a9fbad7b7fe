import { expect } from "chai";
import { type Answered } from "../caller/caller";
import { clock, connect, type Case } from "./case";

/** Switches of the life of an address. */
export const lifeCases: Case[] = [
  {
    row: "A42",
    quirks: { resetCausesPending: false },
    does: "a reset leaves an address ready",
    check: async (caller) => {
      const address = await caller.create();
      caller.emulator.setReadiness({ mode: "manual" });
      await caller.call("POST", `/${address}`);
      expect(await caller.changes(address)).to.equal("none");
    },
  },
  {
    row: "A43",
    quirks: { stalePolls: 2 },
    does: "two polls after a write still answer none",
    check: async (caller) => {
      caller.emulator.setReadiness({ mode: "polls", polls: 1 });
      const address = await caller.create();
      const seen: string[] = [];
      for (let poll = 0; poll < 4; poll += 1) {
        seen.push(await caller.changes(address));
      }
      expect(seen).to.deep.equal(["none", "none", "pending", "none"]);
    },
  },
  {
    row: "A44",
    quirks: { notFoundAfterCreateMilliseconds: 100 },
    does: "a new address is 404 to readers for a time, and exists for writers",
    check: async (caller) => {
      const address = await caller.create();
      expect((await caller.details(address)).status).to.equal(404);
      expect((await caller.call("GET", `/${address}/ready`)).status).to.equal(404);
      expect((await caller.put(address, connect())).status).to.equal(200);
      clock.now += 100;
      expect((await caller.details(address)).status).to.equal(200);
    },
  },
  {
    row: "A45",
    quirks: { oldDetailsWhilePending: true },
    does: "details show the old values and version until the address is ready",
    check: async (caller) => {
      const address = await caller.create(connect({ groups: ["old"] }));
      caller.emulator.setReadiness({ mode: "manual" });
      await caller.put(address, connect({ groups: ["newer"] }));
      await caller.put(address, connect({ groups: ["newest"] }));
      const stale = await caller.details(address);
      expect([stale.json.groups, stale.headers.etag]).to.deep.equal([["old"], '"1"']);
      caller.emulator.releaseReadiness();
      const fresh = await caller.details(address);
      expect([fresh.json.groups, fresh.headers.etag]).to.deep.equal([["newest"], '"3"']);
    },
  },
  ...(
    [
      ["serviceUnavailable", 503],
      ["conflict", 409],
    ] as const
  ).map(([writesWhilePending, status]): Case => ({
    row: "A46",
    quirks: { writesWhilePending },
    does: `writes to a pending address are ${status}, and change nothing`,
    check: async (caller) => {
      caller.emulator.setReadiness({ mode: "manual" });
      const address = await caller.create();
      const before = caller.emulator.snapshot();
      expect((await caller.put(address, connect())).status).to.equal(status);
      expect((await caller.call("POST", `/${address}`)).status).to.equal(status);
      expect((await caller.call("DELETE", `/${address}`)).status).to.equal(status);
      expect(caller.emulator.snapshot()).to.deep.equal(before);
      caller.emulator.releaseReadiness();
      expect((await caller.call("DELETE", `/${address}`)).status).to.equal(204);
    },
  })),
  {
    row: "A47",
    quirks: { pendingForever: true },
    does: "every address is pending",
    check: async (caller) => {
      const address = await caller.create();
      caller.emulator.releaseReadiness();
      expect(await caller.changes(address)).to.equal("pending");
      caller.emulator.setQuirks({ pendingForever: false });
      expect(await caller.changes(address)).to.equal("none");
    },
  },
  {
    row: "A49",
    quirks: { deletedVisibleMilliseconds: 100 },
    does: "a deleted address is shown to readers for a time, and gone for writers",
    check: async (caller) => {
      const address = await caller.create();
      await caller.call("DELETE", `/${address}`);
      expect((await caller.details(address)).status).to.equal(200);
      expect(await caller.listAll()).to.deep.equal([address]);
      expect((await caller.call("DELETE", `/${address}`)).status).to.equal(404);
      expect(caller.emulator.snapshot().addresses).to.deep.equal([]);
      clock.now += 100;
      expect((await caller.details(address)).status).to.equal(404);
      expect(await caller.listAll()).to.deep.equal([]);
    },
  },
  {
    row: "A50",
    quirks: { pendingValue: "applying" },
    does: "a pending address has another word for it",
    check: async (caller) => {
      caller.emulator.setReadiness({ mode: "polls", polls: 1 });
      const address = await caller.create();
      expect([await caller.changes(address), await caller.changes(address)]).to.deep.equal([
        "applying",
        "none",
      ]);
    },
  },
  {
    row: "A54",
    quirks: { requestsPerSecond: 2 },
    does: "the third request of a key in a second is 429 with Retry-After, and does nothing",
    check: async (caller) => {
      clock.now = Math.ceil(clock.now / 1000) * 1000;
      const answers: Answered[] = [];
      for (let request = 0; request < 3; request += 1) {
        answers.push(await caller.post(connect()));
      }
      expect(answers.map(({ status }) => status)).to.deep.equal([201, 201, 429]);
      expect(answers[2]?.headers["retry-after"]).to.equal("1");
      expect(caller.emulator.snapshot().addresses).to.have.length(2);
      clock.now += 1000;
      expect((await caller.post(connect())).status).to.equal(201);
    },
  },
  {
    row: "A54",
    quirks: { requestsPerSecond: 1 },
    does: "a request above the limit meets no planned fault, for nothing is processed that could go wrong",
    check: async (caller) => {
      clock.now = Math.ceil(clock.now / 1000) * 1000;
      await caller.listAll();
      caller.emulator.planFaults([{ operation: "create", fault: { kind: "commitThenStatus", status: 500 } }]);
      expect((await caller.post(connect())).status).to.equal(429);
      expect(caller.emulator.faults()[0]?.fired).to.equal(0);
      clock.now += 1000;
      expect((await caller.post(connect())).status).to.equal(500);
      expect(caller.emulator.snapshot().addresses).to.have.length(1);
    },
  },
];
