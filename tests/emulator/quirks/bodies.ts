import { expect } from "chai";
import { unknownAddress } from "../caller/caller";
import { connect, type Case } from "./case";

/** Switches of bodies. */
export const bodiesCases: Case[] = [
  ...(
    [
      ["json", "application/json", '{"message":"Not Found"}'],
      ["html", "text/html; charset=utf-8", "<html>"],
    ] as const
  ).map(([errorBodies, contentType, text]): Case => ({
    row: "A7",
    quirks: { errorBodies },
    does: `errors without a code have a body in ${errorBodies}`,
    check: async (caller) => {
      const answered = await caller.details(unknownAddress);
      expect(answered.headers["content-type"]).to.equal(contentType);
      expect(answered.text).to.contain(text);
      expect((await caller.post({ allowedActions: ["fly"] })).json.errorCode).to.equal(1003);
    },
  })),
  {
    row: "A11",
    quirks: { acceptSeveralActions: true },
    does: "an address may have both actions",
    check: async (caller) => {
      const body = { allowedActions: ["connect", "listen"], groups: ["a"], accessControl: { groups: ["b"] } };
      const address = await caller.create(body);
      expect((await caller.details(address)).json).to.deep.equal({ cloudAddress: address, ...body });
      expect((await caller.post({ allowedActions: ["connect", "fly"] })).json.errorCode).to.equal(1003);
    },
  },
  {
    row: "A14",
    quirks: { nullMeansAbsent: true },
    does: "null counts as absent where a member is optional",
    check: async (caller) => {
      const address = await caller.create(connect({ groups: null, accessControl: null }));
      expect((await caller.details(address)).json).to.deep.equal({ cloudAddress: address, ...connect() });
      expect((await caller.post({ allowedActions: null })).status).to.equal(400);
    },
  },
  ...(
    [
      ["bytes", 64],
      ["utf16Units", 128],
      ["codePoints", 256],
    ] as const
  ).map(([groupNameUnit, longest]): Case => ({
    row: "A15",
    quirks: { groupNameUnit },
    does: `256 ${groupNameUnit} are ${longest} characters of four bytes`,
    check: async (caller) => {
      const name = (length: number) => connect({ groups: ["\u{1F600}".repeat(length)] });
      expect((await caller.post(name(longest))).status).to.equal(201);
      expect((await caller.post(name(longest + 1))).json.errorCode).to.equal(1006);
    },
  })),
  {
    row: "A17",
    quirks: { removeDuplicates: true },
    does: "duplicates are removed before they are counted",
    check: async (caller) => {
      const address = await caller.create(
        connect({ groups: ["b", ...Array.from({ length: 20 }, () => "a")] }),
      );
      expect((await caller.details(address)).json.groups).to.deep.equal(["b", "a"]);
    },
  },
  {
    row: "A18",
    quirks: { shuffleLists: true },
    does: "details have the same members in any order",
    check: async (caller) => {
      const groups = Array.from({ length: 16 }, (_, index) => `g${index}`);
      const address = await caller.create(connect({ groups }));
      const seen = new Set<string>();
      for (let read = 0; read < 5; read += 1) {
        const { json } = await caller.details(address);
        expect(json.groups).to.have.members(groups);
        seen.add(json.groups.join());
      }
      expect(seen.size).to.be.greaterThan(1);
    },
  },
  {
    row: "A21",
    quirks: { rejectUnknownReferences: true },
    does: "an access list may name existing addresses only",
    check: async (caller) => {
      const body = (reference: string) => ({
        allowedActions: ["listen"],
        accessControl: { cloudAddresses: [reference] },
      });
      expect(await caller.post(body(unknownAddress))).to.include({ status: 400, text: "" });
      expect((await caller.post(body(await caller.create()))).status).to.equal(201);
    },
  },
  {
    row: "A22",
    quirks: { rejectActionChange: true },
    does: "a change of the action is 400",
    check: async (caller) => {
      const address = await caller.create();
      expect(await caller.put(address, { allowedActions: ["listen"] })).to.include({ status: 400, text: "" });
      expect((await caller.put(address, connect({ groups: ["a"] }))).status).to.equal(200);
    },
  },
  {
    row: "A23",
    quirks: { rejectUnknownMembers: true },
    does: "an unknown member is 400, at the top and in an access list",
    check: async (caller) => {
      expect((await caller.post(connect({ name: "x" }))).status).to.equal(400);
      const accessControl = { groups: ["a"], name: "x" };
      expect((await caller.post({ allowedActions: ["listen"], accessControl })).status).to.equal(400);
      expect((await caller.post(connect())).status).to.equal(201);
    },
  },
  {
    row: "A24",
    quirks: { strictContentType: true },
    does: "a content type with parameters is 1001",
    check: async (caller) => {
      const parameters = { "content-type": "application/json; charset=utf-8" };
      expect((await caller.post(connect(), parameters)).json.errorCode).to.equal(1001);
      expect((await caller.post(connect())).status).to.equal(201);
    },
  },
  {
    row: "A26",
    quirks: { errorCodeAsString: true },
    does: "errorCode is a string",
    check: async (caller) => {
      expect((await caller.post(connect({ groups: [] }))).json.errorCode).to.equal("1005");
    },
  },
];
