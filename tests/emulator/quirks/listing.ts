import { expect } from "chai";
import { basic, nextPath } from "../caller/caller";
import { connect, type Case } from "./case";

/** Switches of who sees what in the list. */
export const listingCases: Case[] = [
  {
    row: "A31",
    quirks: { accountWide: true },
    does: "keys of one account share their addresses, other accounts do not",
    check: async (caller) => {
      const address = await caller.create();
      const as = (apiKey: string, path: string) =>
        caller.call("GET", path, { headers: { authorization: basic(apiKey) } });
      expect((await as("colleague", `/${address}`)).status).to.equal(200);
      expect((await as("colleague", "")).json.cloudAddresses).to.deep.equal([address]);
      expect((await as("stranger", `/${address}`)).status).to.equal(404);
      expect((await as("stranger", "")).status).to.equal(204);
    },
  },
  {
    row: "A33",
    quirks: { emptyListAs200: true },
    does: "an empty list is 200 with []",
    check: async (caller) => {
      const { status, json, headers } = await caller.call("GET", "");
      expect({ status, json }).to.deep.equal({ status: 200, json: { cloudAddresses: [] } });
      expect(headers).not.to.have.property("link");
    },
  },
  {
    row: "A34",
    quirks: { linkOnLastPage: true },
    does: "the last page has a Link too, to a page that is 204",
    check: async (caller) => {
      const address = await caller.create();
      const page = await caller.call("GET", "");
      expect(page.json.cloudAddresses).to.deep.equal([address]);
      const after = await caller.raw("GET", nextPath(page)!, {
        headers: { authorization: basic("emulator") },
      });
      expect(after).to.include({ status: 204, text: "" });
    },
  },
  ...(
    [
      ["relative", /^<\/cloud\/1\.1\/static-address\?limit=1&cursor=\S+>; rel="next"$/],
      ["withPrevious", /^<http:\S+>; rel="prev", <http:\S+cursor=\S+>; rel="next"$/],
      ["unquotedRelation", /^<http:\S+>; rel=next$/],
      ["foreignHost", /^<https:\/\/vnc-cloud\.invalid\/\S+>; rel="next"$/],
    ] as const
  ).map(([nextLink, pattern]): Case => ({
    row: "A35",
    quirks: { nextLink },
    does: `the Link is ${nextLink}, and its path leads to the next page`,
    check: async (caller) => {
      const all = [await caller.create(), await caller.create()];
      expect((await caller.call("GET", "?limit=1")).headers.link).to.match(pattern);
      expect(await caller.listAll("?limit=1")).to.deep.equal(all);
    },
  })),
  {
    row: "A36",
    quirks: { offsetPaging: true },
    does: "a deletion shifts an address past the reader",
    check: async (caller) => {
      const all = [
        await caller.create(),
        await caller.create(),
        await caller.create(),
        await caller.create(),
      ];
      expect(await caller.listAll("?limit=1")).to.deep.equal(all);
      const page = await caller.call("GET", "?limit=2");
      caller.emulator.deleteAddress(all[0]!);
      const rest = await caller.raw("GET", nextPath(page)!, {
        headers: { authorization: basic("emulator") },
      });
      expect(rest.json.cloudAddresses).to.deep.equal([all[3]]);
    },
  },
  {
    row: "A37",
    quirks: { clampLimit: true },
    does: "a bad limit is clamped",
    check: async (caller) => {
      caller.emulator.seed(Array.from({ length: 101 }, () => connect()));
      const sizes: [string, number][] = [
        ["0", 1],
        ["-5", 1],
        ["100", 99],
        ["abc", 20],
        ["", 20],
        ["7", 7],
      ];
      for (const [limit, size] of sizes) {
        const { json } = await caller.call("GET", `?limit=${limit}`);
        expect(json.cloudAddresses, limit).to.have.length(size);
      }
    },
  },
  {
    row: "A38",
    quirks: { hidePendingFromList: true },
    does: "pending addresses are not listed",
    check: async (caller) => {
      const ready = await caller.create();
      caller.emulator.setReadiness({ mode: "manual" });
      const pending = await caller.create();
      expect(await caller.listAll()).to.deep.equal([ready]);
      caller.emulator.releaseReadiness();
      expect(await caller.listAll()).to.deep.equal([ready, pending]);
    },
  },
  {
    row: "A39",
    quirks: { arbitraryListOrder: true },
    does: "the list is complete in another order",
    check: async (caller) => {
      const all = caller.emulator.seed(Array.from({ length: 30 }, () => connect()));
      const listed = await caller.listAll("?limit=7");
      expect(listed).to.have.members(all).and.have.length(30);
      expect(listed).not.to.deep.equal(all);
    },
  },
];
