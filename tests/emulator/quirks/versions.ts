import { expect } from "chai";
import { connect, type Case } from "./case";

/** Switches of entity versions. */
export const versionsCases: Case[] = [
  ...(
    [
      ["bare", /^1$/],
      ["weak", /^W\/"1"$/],
      ["opaque", /^"[0-9a-f]{20}"$/],
    ] as const
  ).map(([etag, pattern]): Case => ({
    row: "A1",
    quirks: { etag },
    does: `the ETag is ${etag}, and If-Match works with its text in quotes`,
    check: async (caller) => {
      const address = await caller.create();
      const tag = (await caller.details(address)).headers.etag!;
      expect(tag).to.match(pattern);
      expect(caller.emulator.snapshot().addresses[0]?.etag).to.equal(tag);
      const ifMatch = `"${tag.replace(/^W\//, "").replaceAll('"', "")}"`;
      expect((await caller.put(address, connect(), { "if-match": ifMatch })).status).to.equal(200);
      expect((await caller.put(address, connect(), { "if-match": ifMatch })).status).to.equal(412);
    },
  })),
  {
    row: "A1",
    quirks: { etag: "none" },
    does: "details have no ETag",
    check: async (caller) => {
      expect((await caller.details(await caller.create())).headers).not.to.have.property("etag");
    },
  },
  {
    row: "A2",
    quirks: { acceptUnquotedIfMatch: true },
    does: "If-Match without quotes counts",
    check: async (caller) => {
      const address = await caller.create();
      expect((await caller.put(address, connect(), { "if-match": "9" })).status).to.equal(412);
      expect((await caller.put(address, connect(), { "if-match": "1" })).status).to.equal(200);
      expect((await caller.put(address, connect(), { "if-match": '"2"' })).status).to.equal(200);
    },
  },
  {
    row: "A3",
    quirks: { resetBumpsVersion: false },
    does: "a reset keeps the version",
    check: async (caller) => {
      const address = await caller.create();
      await caller.call("POST", `/${address}`);
      expect((await caller.details(address)).headers.etag).to.equal('"1"');
    },
  },
  {
    row: "A4",
    quirks: { readyBumpsVersion: true },
    does: "becoming ready makes a new version",
    check: async (caller) => {
      caller.emulator.setReadiness({ mode: "polls", polls: 1 });
      const address = await caller.create();
      await caller.changes(address);
      expect((await caller.details(address)).headers.etag).to.equal('"1"');
      await caller.changes(address);
      expect((await caller.details(address)).headers.etag).to.equal('"2"');
    },
  },
  {
    row: "A4",
    quirks: { unchangedPutBumpsVersion: false },
    does: "a change that changes nothing keeps the version, a real one does not",
    check: async (caller) => {
      const address = await caller.create(connect({ groups: ["a"] }));
      await caller.put(address, connect({ groups: ["a"] }));
      expect((await caller.details(address)).headers.etag).to.equal('"1"');
      await caller.put(address, connect({ groups: ["b"] }));
      expect((await caller.details(address)).headers.etag).to.equal('"2"');
    },
  },
  {
    row: "A5",
    quirks: { etagOnWrites: true },
    does: "create, change and reset have the new ETag",
    check: async (caller) => {
      const made = await caller.post(connect());
      const { cloudAddress } = made.json;
      const changed = await caller.put(cloudAddress, connect());
      const renewed = await caller.call("POST", `/${cloudAddress}`);
      expect([made, changed, renewed].map(({ headers }) => headers.etag)).to.deep.equal([
        '"1"',
        '"2"',
        '"3"',
      ]);
    },
  },
];
