import { expect } from "chai";
import type { EditedCharacteristics } from "../../emulator";
import { heldBy, idsOf } from "./support/addresses";
import { programOf, type Arguments } from "./support/program";
import { shownChanges } from "./support/shown-changes";
import { answersFor, Stack, writesOf, type Run } from "./support/stack";

/** What somebody makes of an address outside Pulumi, and what a preview shows of the way back. */
interface DriftCase {
  readonly declared: Arguments;
  readonly outside: EditedCharacteristics;
  /** Undefined when it is no drift. */
  readonly shown: string | undefined;
}

const groups = ["a", "b"];
const cloudAddresses = ["a.b.c.d", "e.f.g.h"];

/** Both members of a list, what becomes of it, and what is shown of the list. */
const listRows = (member: string, [first, second]: readonly string[]) =>
  [
    ["a member was added", [first, second, member], `- [2]: "${member}"`],
    ["a member was removed", [first], `+ [1]: "${second}"`],
    ["a member was changed", [first, member], `~ [1]: "${member}" => "${second}"`],
    ["the members were reordered", [second, first], undefined],
    ["a member was repeated", [first, second, first], undefined],
  ] as [change: string, list: string[], shown: string | undefined][];

/** Each list of the API, beside another one that stays as it is. */
const lists: [field: string, cases: Record<string, DriftCase>][] = [
  [
    "groups",
    Object.fromEntries(
      listRows("x", groups).map(([change, list, shown]) => [
        change,
        {
          declared: { action: "connect", groups },
          outside: { groups: list },
          shown: shown && `~ groups: ${shown}`,
        },
      ]),
    ),
  ],
  [
    "accessControl.groups",
    Object.fromEntries(
      listRows("x", groups).map(([change, list, shown]) => [
        change,
        {
          declared: { action: "listen", accessControl: { groups, cloudAddresses } },
          outside: { accessControl: { groups: list, cloudAddresses } },
          shown: shown && `~ accessControl: ~ groups: ${shown}`,
        },
      ]),
    ),
  ],
  [
    "accessControl.cloudAddresses",
    Object.fromEntries(
      listRows("x.x.x.x", cloudAddresses).map(([change, list, shown]) => [
        change,
        {
          declared: { action: "listen", accessControl: { groups, cloudAddresses } },
          outside: { accessControl: { groups, cloudAddresses: list } },
          shown: shown && `~ accessControl: ~ cloudAddresses: ${shown}`,
        },
      ]),
    ),
  ],
];

/** What is there or not as a whole. */
const wholes: Record<string, DriftCase> = {
  "groups were added where none are declared": {
    declared: { action: "connect" },
    outside: { groups: ["x"] },
    shown: '- groups: - [0]: "x"',
  },
  "all groups were removed": {
    declared: { action: "connect", groups },
    outside: {},
    shown: '+ groups: + [0]: "a" + [1]: "b"',
  },
  "accessControl.groups was added": {
    declared: { action: "listen", accessControl: { cloudAddresses } },
    outside: { accessControl: { groups: ["x"], cloudAddresses } },
    shown: '~ accessControl: - groups: - [0]: "x"',
  },
  "accessControl.groups was removed": {
    declared: { action: "listen", accessControl: { groups, cloudAddresses } },
    outside: { accessControl: { cloudAddresses } },
    shown: '~ accessControl: + groups: + [0]: "a" + [1]: "b"',
  },
  "accessControl.cloudAddresses was added": {
    declared: { action: "listen", accessControl: { groups } },
    outside: { accessControl: { groups, cloudAddresses: ["x.x.x.x"] } },
    shown: '~ accessControl: - cloudAddresses: - [0]: "x.x.x.x"',
  },
  "accessControl.cloudAddresses was removed": {
    declared: { action: "listen", accessControl: { groups, cloudAddresses } },
    outside: { accessControl: { groups } },
    shown: '~ accessControl: + cloudAddresses: + [0]: "a.b.c.d" + [1]: "e.f.g.h"',
  },
  "rule 20: accessControl was removed, which admits everybody": {
    declared: { action: "listen", accessControl: { groups } },
    outside: {},
    shown: '+ accessControl: + groups: + [0]: "a" + [1]: "b"',
  },
  "accessControl was added to an open address": {
    declared: { action: "listen" },
    outside: { accessControl: { groups: ["x"] } },
    shown: '- accessControl: - groups: - [0]: "x"',
  },
  "accessControl was changed from groups to addresses": {
    declared: { action: "listen", accessControl: { groups } },
    outside: { accessControl: { cloudAddresses: ["x.x.x.x"] } },
    shown: '~ accessControl: - cloudAddresses: - [0]: "x.x.x.x" + groups: + [0]: "a" + [1]: "b"',
  },
  "both lists of accessControl were reordered": {
    declared: { action: "listen", accessControl: { groups, cloudAddresses } },
    outside: {
      accessControl: { groups: groups.toReversed(), cloudAddresses: cloudAddresses.toReversed() },
    },
    shown: undefined,
  },
};

const cases: Record<string, DriftCase> = {
  ...Object.fromEntries(
    lists.flatMap(([field, rows]) =>
      Object.entries(rows).map(([change, row]) => [`${field}: ${change}`, row] as const),
    ),
  ),
  ...wholes,
};

describe("drift of every field under the real engine", function () {
  this.timeout(180_000);
  const names = Object.keys(cases);
  let stack: Stack;
  let ids: Record<string, string>;
  let preview: Run;
  let up: Run;
  /** What the service had after each step. */
  const held: Record<"up" | "edits" | "preview" | "repair", Record<string, Arguments>> = {
    up: {},
    edits: {},
    preview: {},
    repair: {},
  };

  before(async () => {
    stack = await Stack.create(
      programOf(Object.fromEntries(names.map((name) => [name, cases[name]?.declared ?? {}]))),
    );
    await stack.up();
    ids = await idsOf(stack);
    held.up = heldBy(stack, ids);
    for (const name of names)
      stack.emulator.editAddress(ids[name] as string, cases[name]?.outside as EditedCharacteristics);
    held.edits = heldBy(stack, ids);
    preview = await stack.preview("--refresh", "--diff");
    held.preview = heldBy(stack, ids);
    up = await stack.up("--refresh");
    held.repair = heldBy(stack, ids);
  });
  after(() => stack.dispose());

  for (const [name, { declared, shown }] of Object.entries(cases)) {
    it(`${name}: ${shown === undefined ? "no drift, and nothing is written" : "shown and repaired"}`, () => {
      expect(held.up[name], "after the first up").to.deep.equal(declared);
      expect(shownChanges(preview.stdout)[name], "what the preview shows").to.equal(shown);
      expect(held.preview[name], "after the preview").to.deep.equal(held.edits[name]);
      expect(answersFor(up, ids[name]), "what up asked for").to.equal(
        shown === undefined ? "details 200" : "details 200 change 200 ready 200 details 200",
      );
      const expected = shown === undefined ? held.edits[name] : declared;
      expect(held.repair[name], "after the repair").to.deep.equal(expected);
    });
  }

  it("the preview and the up plan updates of what drifted, and nothing else", () => {
    const drifted = names.filter((name) => cases[name]?.shown !== undefined);
    const expected = Object.fromEntries(drifted.map((name) => [name, "update"]));
    expect(preview.operations).to.deep.equal(expected);
    expect(up.operations).to.deep.equal(expected);
    expect(writesOf(preview)).to.deep.equal([]);
    expect(preview.requests).to.have.length(names.length);
  });

  it("then another refresh finds nothing, and all is settled", async () => {
    const again = await stack.preview("--refresh", "--expect-no-changes");
    expect(again.operations).to.deep.equal({});
    for (const [name, { declared, shown }] of Object.entries(cases)) {
      // A17: the service keeps members that somebody repeated, and the comparison that follows is to the letter.
      const { action: _action, ...characteristics } = declared;
      if (shown === undefined) stack.emulator.editAddress(ids[name] as string, characteristics);
    }
    await stack.expectSettled();
  });
});

/** By field: what is declared first and then. The wait is short because what is waited for never comes. */
const silent: Record<string, [before: Arguments, after: Arguments]> = {
  groups: [
    { action: "connect", groups: ["a"], readyTimeoutSeconds: 1 },
    { action: "connect", groups: ["b"], readyTimeoutSeconds: 1 },
  ],
  "accessControl.groups": [
    { action: "listen", accessControl: { groups: ["a"] }, readyTimeoutSeconds: 1 },
    { action: "listen", accessControl: { groups: ["b"] }, readyTimeoutSeconds: 1 },
  ],
  "accessControl.cloudAddresses": [
    { action: "listen", accessControl: { cloudAddresses }, readyTimeoutSeconds: 1 },
    { action: "listen", accessControl: { cloudAddresses: ["a.b.c.d"] }, readyTimeoutSeconds: 1 },
  ],
  "accessControl that closes an open address": [
    { action: "listen", readyTimeoutSeconds: 1 },
    { action: "listen", accessControl: { groups: ["a"] }, readyTimeoutSeconds: 1 },
  ],
  "groups without a wait": [
    { action: "connect", groups: ["a"], readyTimeoutSeconds: 0 },
    { action: "connect", groups: ["b"], readyTimeoutSeconds: 0 },
  ],
};
const withoutWait = "groups without a wait";

describe("a change that is answered with 200 and stores nothing, under the real engine", function () {
  this.timeout(180_000);
  const declared = (index: 0 | 1) =>
    Object.fromEntries(Object.entries(silent).map(([name, sides]) => [name, sides[index]]));
  const characteristics = (index: 0 | 1) =>
    Object.fromEntries(
      Object.entries(declared(index)).map(([name, { readyTimeoutSeconds: _wait, ...rest }]) => [name, rest]),
    );
  const waited = Object.keys(silent).filter((name) => name !== withoutWait);
  let stack: Stack;
  let ids: Record<string, string>;

  before(async () => {
    stack = await Stack.create(programOf(declared(0)));
    await stack.up();
    ids = await idsOf(stack);
  });
  after(() => stack.dispose());

  it("is an error of each address that was to be seen ready, whichever field it was", async () => {
    const passwords = await stack.passwords();
    stack.emulator.planFaults(
      Object.values(ids).map((cloudAddress) => ({
        operation: "change",
        cloudAddress,
        fault: { kind: "status", status: 200 },
      })),
    );
    await stack.write(programOf(declared(1)));
    const up = await stack.attempt("up", "--yes", "--skip-preview", "--continue-on-error");
    expect(stack.emulator.faults().every(({ completed }) => completed)).to.equal(true);
    expect(heldBy(stack, ids)).to.deep.equal(characteristics(0));
    expect(up.exitCode).not.to.equal(0);
    expect(Object.keys(up.failures)).to.have.members(waited);
    for (const name of waited) {
      expect(up.failures[name])
        .to.contain(`"${ids[name]}" does not show what was written to it`)
        .and.to.contain('Run "pulumi up --refresh"');
    }
    expect(await stack.passwords()).to.deep.equal(passwords);
  });

  it("is not forgotten by an up without a refresh", async () => {
    const up = await stack.attempt("up", "--yes", "--skip-preview", "--continue-on-error");
    expect(writesOf(up)).to.deep.equal([]);
    expect(Object.keys(up.failures)).to.have.members(waited);
    for (const name of waited)
      expect(up.failures[name]).to.contain(`Conflict, nothing written: cloud address "${ids[name]}"`);
    expect(heldBy(stack, ids)).to.deep.equal(characteristics(0));
  });

  it("is shown by a refresh, without a wait too, and then repaired", async () => {
    const preview = await stack.preview("--refresh");
    const expected = Object.fromEntries(Object.keys(silent).map((name) => [name, "update"]));
    expect(preview.operations).to.deep.equal(expected);
    const up = await stack.up("--refresh");
    expect(up.operations).to.deep.equal(expected);
    expect(heldBy(stack, ids)).to.deep.equal(characteristics(1));
    await stack.expectSettled();
  });
});
