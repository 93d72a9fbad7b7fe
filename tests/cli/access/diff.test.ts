import { expect } from "chai";
import fc from "fast-check";
import { truePairs, trueWorlds, pairText } from "../../access/oracle/true-world";
import { exportedResource, exportedStack, urnOf, type ExportedAddress } from "./exported-stack";
import { accessOf, exported } from "./exported-world";

interface Pair {
  readonly from: string;
  readonly to: string;
  readonly via: readonly string[];
}

interface Difference {
  readonly opened: readonly Pair[];
  readonly closed: readonly Pair[];
  readonly unknown: readonly Pair[];
}

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const stack = "shop/prod";
const kim: ExportedAddress = { name: "kim", id: "id-kim", action: "connect", groups: ["sales"] };
const desks: ExportedAddress[] = ["a", "b", "c", "d", "e"].map((name) => ({
  name: `desk-${name}`,
  id: `id-${name}`,
  action: "listen",
  accessControl: { groups: ["support"] },
  component: "desks",
}));
const state = exportedStack(stack, [kim, ...desks]);

/** A step of a preview: `before` and `after` are what is declared. */
function step(op: string, before: ExportedAddress | undefined, after: ExportedAddress | undefined): object {
  const { outputs: _outputs, id: _id, ...next } = after ? exportedResource(stack, after) : {};
  const address = (before ?? after) as ExportedAddress;
  return {
    op,
    urn: urnOf(stack, address.name, address.component),
    ...(before && { oldState: exportedResource(stack, before) }),
    ...(after && { newState: next }),
    detailedDiff: null,
  };
}

const preview = (...steps: object[]) => JSON.stringify({ steps, duration: 1, changeSummary: {} });
const diff = (before: string, after: string, ...words: string[]) =>
  accessOf({ "before.json": before, "after.json": after }, "diff", "before.json", "after.json", ...words);
const differenceOf = async (...args: Parameters<typeof diff>) => {
  const { output, code, errors } = await diff(...args, "--json");
  expect(code, errors).to.equal(0);
  return JSON.parse(output) as Difference;
};

const joins = step("update", kim, { ...kim, groups: ["sales", "support"] });
const leaves = exportedStack(stack, [kim, ...desks.slice(1)]);

describe("vnc-cloud access diff", () => {
  it("--json of two exports is the difference of their relations, pair by pair", async () => {
    await fc.assert(
      fc.asyncProperty(trueWorlds, trueWorlds, async (before, after) => {
        const told = await differenceOf(
          exportedStack(stack, before.map(exported)),
          exportedStack(stack, after.map(exported)),
        );
        const [earlier, later] = [truePairs(before), truePairs(after)];
        const missing = (from: Map<string, string[]>, other: Map<string, string[]>) =>
          [...from].filter(([pair]) => !other.has(pair)).sort();
        const pairs = (list: readonly Pair[]) =>
          list.map(({ from, to, via }) => [pairText({ id: from }, { id: to }), via.toSorted()]).sort();
        expect(pairs(told.opened)).to.deep.equal(missing(later, earlier));
        expect(pairs(told.closed)).to.deep.equal(missing(earlier, later));
      }),
      { numRuns: 150 },
    );
  });

  it("tells what a preview opens, in one line for what is alike", async () => {
    const { output } = await diff(state, preview(joins));
    expect(output).to.contain("+ kim (support) → all 5 listeners of desks\n");
    expect(output).to.contain("Access: 5 pairs opened.\n");
  });

  it("tells what a deletion closes, and what a replacement closes and opens", async () => {
    const deleted = await differenceOf(
      state.replace('"sales"', '"support"'),
      preview(step("delete", { ...kim, groups: ["support"] }, undefined)),
    );
    expect(deleted.closed.map(({ from }) => from)).to.deep.equal(desks.map(() => "id-kim"));
    expect(deleted.opened).to.deep.equal([]);
    const listens = { ...kim, action: "listen", groups: undefined };
    const replaced = await differenceOf(
      exportedStack(stack, [{ ...kim, groups: ["support"] }, ...desks]),
      preview(step("replace", { ...kim, groups: ["support"] }, listens)),
    );
    expect(replaced.closed.length).to.equal(5);
    expect(replaced.opened).to.deep.equal([]);
  });

  it("reads a log of the engine's events as it reads the JSON of a preview", async () => {
    const { op, urn, oldState, newState } = joins as Record<string, unknown>;
    const log = [
      {
        sequence: 0,
        timestamp: 1,
        resourcePreEvent: { metadata: { op, urn, old: oldState, new: newState } },
      },
      { sequence: 1, timestamp: 1, summaryEvent: {} },
    ];
    const text = log.map((event) => JSON.stringify(event)).join("\n");
    expect(await differenceOf(state, text)).to.deep.equal(await differenceOf(state, preview(joins)));
    const { code, errors } = await diff(state, text.split("\n")[0] as string);
    expect(code).to.equal(1);
    expect(errors).to.contain("breaks off");
  });

  const unknowns: [string, ExportedAddress, ExportedAddress, Difference["unknown"]][] = [
    [
      "groups of a connect address",
      kim,
      { ...kim, groups: ["sales", unknownText] },
      desks.map(({ id }) => ({ from: "id-kim", to: id as string, via: ["group:support"] })),
    ],
    [
      "a list as a whole",
      desks[0] as ExportedAddress,
      { ...(desks[0] as ExportedAddress), accessControl: unknownText },
      [{ from: "id-kim", to: "id-a", via: ["group", "address", "open"] }],
    ],
    [
      "a group that a list names",
      desks[0] as ExportedAddress,
      { ...(desks[0] as ExportedAddress), accessControl: { groups: [unknownText] } },
      [{ from: "id-kim", to: "id-a", via: ["group"] }],
    ],
  ];
  for (const [what, before, after, pairs] of unknowns) {
    it(`counts unknown ${what} as perhaps opened, and marks it`, async () => {
      const text = preview(step("update", before, after));
      const { opened, unknown } = await differenceOf(state, text);
      expect(opened).to.deep.equal([]);
      for (const { from, to, via } of pairs) {
        const found = unknown.find((pair) => pair.from === from && pair.to === to);
        expect(found, `${from} -> ${to}`).to.include({ change: "mayOpen" });
        expect(found?.via).to.deep.equal(via);
      }
      expect((await diff(state, text, "--fail-on-widening")).code).to.equal(3);
    });
  }

  const exits: [string, string, string, string[], number][] = [
    ["3 if access opens", state, preview(joins), ["--fail-on-widening"], 3],
    ["3 if access opens, whatever the form", state, preview(joins), ["--fail-on-widening", "--json"], 3],
    ["0 without --fail-on-widening", state, preview(joins), [], 0],
    ["0 if access only closes", state, leaves, ["--fail-on-widening"], 0],
    ["0 if nothing changes", state, preview(), ["--fail-on-widening"], 0],
  ];
  for (const [what, before, after, words, code] of exits) {
    it(`exits with ${what}`, async () => expect((await diff(before, after, ...words)).code).to.equal(code));
  }

  it("sees what a change opens in other stacks that are given by --with, and else points at them", async () => {
    const viewers = exportedStack("viewers/prod", [kim]);
    const text = preview(joins);
    const files = { "viewers.json": viewers, "preview.json": text.replaceAll("prod::shop", "prod::viewers") };
    const alone = await accessOf(files, "diff", "viewers.json", "preview.json");
    expect(alone.output).to.contain("Access does not change among the addresses looked at.");
    expect(alone.output).to.contain("kim will be in the group support, which no access list here names.");
    const together = await accessOf(
      { ...files, "fleet.json": exportedStack(stack, desks) },
      "diff",
      "viewers.json",
      "preview.json",
      "--with",
      "fleet.json",
    );
    expect(together.output).to.contain("+ kim (support) → all 5 listeners of desks in shop/prod\n");
  });

  it("--markdown is a comment in which no name is taken for Markdown", async () => {
    const odd = { ...kim, name: "```\n# kim <b>" };
    const { output } = await diff(
      exportedStack(stack, [odd, ...desks]),
      preview(step("update", odd, { ...odd, groups: ["support"] })),
      "--markdown",
    );
    expect(output).to.match(
      /^<!-- vnc-cloud access diff -->\n### Access: 5 pairs opened\.\n\n````diff\n\+ ```\\u\{a\}# kim/,
    );
    expect(output.split("\n").filter((line) => line.startsWith("#"))).to.deep.equal([
      "### Access: 5 pairs opened.",
    ]);
  });

  it("counts all access of an address that is taken over as opened, and says so", async () => {
    const { output } = await diff(
      exportedStack(stack, desks),
      preview(step("create", undefined, { ...kim, id: "id-kim", groups: ["support"], adopt: "id-kim" })),
    );
    expect(output).to.contain("+ kim [taken over] (support) → all 5 listeners of desks");
    expect(output).to.contain("kim takes over id-kim; what access it has now is not known here");
  });

  it("refuses a preview that failed, and one of another stack", async () => {
    const failed = JSON.stringify({ steps: [], diagnostics: [{ severity: "error", message: "no groups" }] });
    expect((await diff(state, failed)).errors).to.contain("is a preview that failed");
    expect((await diff(exportedStack("other/prod", [kim]), preview(joins))).errors).to.contain(
      "the preview is of the stack shop/prod, the exported state of other/prod",
    );
  });
});
