import { expect } from "chai";
import { canary } from "../support/provider-fixture";
import { heldBy, idsOf } from "./support/addresses";
import { programOf, type Arguments } from "./support/program";
import { shownChanges } from "./support/shown-changes";
import { answersFor, Stack, type Run } from "./support/stack";

/** A change of arguments and everything that follows from it. */
interface ArgumentCase {
  readonly before: Arguments;
  /** `{ adopt: "own" }` and `{ adopt: "other" }` stand for the address itself and one that nobody manages. */
  readonly after: Arguments;
  readonly does: "nothing" | "update" | "replace";
  /** What `up` asks for about the address, and about the one that takes its place. */
  readonly asks: string;
  /** What `preview --diff` shows of an update. */
  readonly shown?: string;
  /** Whether another password is valid afterwards. */
  readonly resets?: true;
}

const connect = { action: "connect" };
const listen = { action: "listen", accessControl: { groups: ["a"] } };
const grouped = { ...connect, groups: ["a", "b"] };
const both = { groups: ["a", "b"], cloudAddresses: ["a.b.c.d", "e.f.g.h"] };

const nothing = { does: "nothing", asks: "" } as const;
const recorded = { does: "update", asks: "" } as const;
const changes = { does: "update", asks: "change 200 ready 200 details 200" } as const;
const resets = { does: "update", asks: "reset 200 ready 200 details 200", resets: true } as const;
const replaces = {
  does: "replace",
  asks: "create 201 ready 200 details 200 delete 204",
  resets: true,
} as const;

const cases: Record<string, ArgumentCase> = {
  "nothing changes": { before: grouped, after: grouped, ...nothing },

  "action, connect to listen": { before: connect, after: listen, ...replaces },
  "action, listen to connect": { before: listen, after: connect, ...replaces },
  "action and groups to accessControl": { before: grouped, after: listen, ...replaces },
  "action and passwordVersion": {
    before: { ...connect, passwordVersion: 1 },
    after: { ...listen, passwordVersion: 2 },
    ...replaces,
  },

  "account, the default one to a named one": {
    before: connect,
    after: { ...connect, account: "named" },
    ...replaces,
  },
  "account, a named one to the default one": {
    before: { ...connect, account: "named" },
    after: connect,
    ...replaces,
  },
  "account and action": { before: connect, after: { ...listen, account: "named" }, ...replaces },

  "groups, added": {
    before: connect,
    after: grouped,
    ...changes,
    shown: '+ groups: + [0]: "a" + [1]: "b"',
  },
  "groups, a member more": {
    before: grouped,
    after: { ...connect, groups: ["c", "a", "b"] },
    ...changes,
    shown: '~ groups: + [2]: "c"',
  },
  "groups, a member less": {
    before: grouped,
    after: { ...connect, groups: ["b"] },
    ...changes,
    shown: '~ groups: ~ [0]: "a" => "b" - [1]: "b"',
  },
  "groups, removed": {
    before: grouped,
    after: connect,
    ...changes,
    shown: '- groups: - [0]: "a" - [1]: "b"',
  },
  "groups, in another order and twice": {
    before: grouped,
    after: { ...connect, groups: ["b", "a", "b"] },
    ...nothing,
  },

  "accessControl, added, which closes the address": {
    before: { action: "listen" },
    after: listen,
    ...changes,
    shown: '+ accessControl: + groups: + [0]: "a"',
  },
  "accessControl, removed, which opens the address": {
    before: listen,
    after: { action: "listen" },
    ...changes,
    shown: '- accessControl: - groups: - [0]: "a"',
  },
  "accessControl.groups, a member more": {
    before: { action: "listen", accessControl: both },
    after: { action: "listen", accessControl: { ...both, groups: ["a", "b", "c"] } },
    ...changes,
    shown: '~ accessControl: ~ groups: + [2]: "c"',
  },
  "accessControl.groups, removed": {
    before: { action: "listen", accessControl: both },
    after: { action: "listen", accessControl: { cloudAddresses: both.cloudAddresses } },
    ...changes,
    shown: '~ accessControl: - groups: - [0]: "a" - [1]: "b"',
  },
  "accessControl.cloudAddresses, a member changed": {
    before: { action: "listen", accessControl: both },
    after: { action: "listen", accessControl: { ...both, cloudAddresses: ["a.b.c.d", "x.x.x.x"] } },
    ...changes,
    shown: '~ accessControl: ~ cloudAddresses: ~ [1]: "e.f.g.h" => "x.x.x.x"',
  },
  "accessControl.cloudAddresses, added": {
    before: { action: "listen", accessControl: { groups: both.groups } },
    after: { action: "listen", accessControl: both },
    ...changes,
    shown: '~ accessControl: + cloudAddresses: + [0]: "a.b.c.d" + [1]: "e.f.g.h"',
  },
  "accessControl, both lists in another order": {
    before: { action: "listen", accessControl: both },
    after: {
      action: "listen",
      accessControl: { groups: ["b", "a"], cloudAddresses: ["e.f.g.h", "a.b.c.d"] },
    },
    ...nothing,
  },

  "passwordVersion, added": {
    before: connect,
    after: { ...connect, passwordVersion: 1 },
    ...resets,
    shown: "+ passwordVersion: 1",
  },
  "passwordVersion, changed": {
    before: { ...connect, passwordVersion: 1 },
    after: { ...connect, passwordVersion: 2 },
    ...resets,
    shown: "~ passwordVersion: 1 => 2",
  },
  "passwordVersion, to an empty text": {
    before: { ...connect, passwordVersion: "a" },
    after: { ...connect, passwordVersion: "" },
    ...resets,
    // The engine shows an empty text as none.
    shown: '- passwordVersion: "a"',
  },
  'passwordVersion, 1 to "1"': {
    before: { ...connect, passwordVersion: 1 },
    after: { ...connect, passwordVersion: "1" },
    ...nothing,
  },
  'passwordVersion, "1" to 1': {
    before: { ...connect, passwordVersion: "1" },
    after: { ...connect, passwordVersion: 1 },
    ...nothing,
  },
  "passwordVersion, removed": {
    before: { ...connect, passwordVersion: 1 },
    after: connect,
    ...recorded,
    shown: "- passwordVersion: 1",
  },
  "passwordVersion and groups": {
    before: { ...grouped, passwordVersion: 1 },
    after: { ...connect, passwordVersion: 2 },
    does: "update",
    asks: `${changes.asks} ${resets.asks}`,
    resets: true,
    shown: '- groups: - [0]: "a" - [1]: "b" ~ passwordVersion: 1 => 2',
  },
  "passwordVersion removed, and groups": {
    before: { ...grouped, passwordVersion: 1 },
    after: connect,
    ...changes,
    shown: '- groups: - [0]: "a" - [1]: "b" - passwordVersion: 1',
  },

  "onExternalChange, added": {
    before: connect,
    after: { ...connect, onExternalChange: "resetPassword" },
    ...recorded,
    shown: '+ onExternalChange: "resetPassword"',
  },
  "onExternalChange, changed": {
    before: { ...connect, onExternalChange: "resetPassword" },
    after: { ...connect, onExternalChange: "ignore" },
    ...recorded,
    shown: '~ onExternalChange: "resetPassword" => "ignore"',
  },
  "onExternalChange, removed": {
    before: { ...connect, onExternalChange: "resetPassword" },
    after: connect,
    ...recorded,
    shown: '- onExternalChange: "resetPassword"',
  },
  "onExternalChange, the default written out": {
    before: connect,
    after: { ...connect, onExternalChange: "ignore" },
    ...nothing,
  },
  "onExternalChange, passwordVersion and groups": {
    before: connect,
    after: { ...grouped, onExternalChange: "resetPassword", passwordVersion: 1 },
    does: "update",
    asks: `${changes.asks} ${resets.asks}`,
    resets: true,
    shown: '+ groups: + [0]: "a" + [1]: "b" + onExternalChange: "resetPassword" + passwordVersion: 1',
  },

  "adopt, of the address that it is": { before: connect, after: { ...connect, adopt: "own" }, ...nothing },
  "adopt, of the address that it is, and groups": {
    before: connect,
    after: { ...grouped, adopt: "own" },
    ...changes,
    shown: '+ adopt: "own" + groups: + [0]: "a" + [1]: "b"',
  },
  "adopt, of another address": {
    before: connect,
    after: { ...connect, adopt: "other" },
    does: "replace",
    asks: "details 200 delete 204",
  },

  "readyTimeoutSeconds, added": {
    before: connect,
    after: { ...connect, readyTimeoutSeconds: 9 },
    ...nothing,
  },
  "readyTimeoutSeconds, changed": {
    before: { ...connect, readyTimeoutSeconds: 9 },
    after: { ...connect, readyTimeoutSeconds: 0 },
    ...nothing,
  },
  "readyTimeoutSeconds, removed": {
    before: { ...connect, readyTimeoutSeconds: 9 },
    after: connect,
    ...nothing,
  },
  "readyTimeoutSeconds to 0, and groups": {
    before: connect,
    after: { ...grouped, readyTimeoutSeconds: 0 },
    does: "update",
    asks: "change 200 details 200",
    shown: '+ groups: + [0]: "a" + [1]: "b" + readyTimeoutSeconds: 0',
  },

  "every argument": {
    before: { ...grouped, passwordVersion: 1, onExternalChange: "resetPassword", readyTimeoutSeconds: 9 },
    after: { ...listen, passwordVersion: 2, account: "named", readyTimeoutSeconds: 8 },
    ...replaces,
  },
};

describe("every change of every argument under the real engine", function () {
  this.timeout(180_000);
  const names = Object.keys(cases);
  let stack: Stack;
  let other: string;
  let preview: Run;
  let up: Run;
  /** Addresses and passwords by name, before and after. */
  const ids: Record<"before" | "after", Record<string, string>> = { before: {}, after: {} };
  const passwords: typeof ids = { before: {}, after: {} };

  /** The arguments of every case, before or after. */
  function declared(side: "before" | "after"): Record<string, Arguments> {
    return Object.fromEntries(
      names.map((name) => {
        const { adopt, ...args } = cases[name]?.[side] as { adopt?: "own" | "other" };
        const adopted = { own: ids.before[name], other };
        return [name, { ...args, ...(adopt !== undefined && { adopt: adopted[adopt] }) }];
      }),
    );
  }

  before(async () => {
    stack = await Stack.create("", {
      environment: { VNC_CLOUD_NAMED_API_KEY: canary.apiKey, VNC_CLOUD_NAMED_API_SECRET: canary.apiSecret },
    });
    [other = ""] = stack.emulator.seed([{ allowedActions: ["connect"] }]);
    await stack.write(programOf(declared("before")));
    await stack.up();
    ids.before = await idsOf(stack);
    passwords.before = await stack.passwords();
    await stack.write(programOf(declared("after")));
    preview = await stack.preview("--diff");
    up = await stack.up();
    ids.after = await idsOf(stack);
    passwords.after = await stack.passwords();
  });
  after(() => stack.dispose());

  const operations = {
    nothing: undefined,
    update: "update",
    replace: "create-replacement replace delete-replaced",
  };
  for (const [name, { before: from, after: to, does, asks, shown, resets }] of Object.entries(cases)) {
    it(`${name}: ${does === "nothing" ? "no difference" : does}${asks === "" ? "" : `, ${asks}`}`, () => {
      expect(preview.operations[name], "preview").to.equal(operations[does]);
      expect(up.operations[name], "up").to.equal(operations[does]);
      const shownOfIt = shownChanges(preview.stdout)[name]?.replace(ids.before[name] as string, "own");
      if (does === "replace") {
        for (const argument of ["action", "account", "adopt"].filter((key) => from[key] !== to[key]))
          expect(shownOfIt).to.match(new RegExp(`[-+~] ${argument}: `));
      } else {
        expect(shownOfIt, "what the preview shows").to.equal(shown);
      }
      expect(answersFor(up, ids.before[name], ids.after[name]), "requests").to.equal(asks);
      expect(ids.before[name] === ids.after[name], "the same address").to.equal(does !== "replace");
      if (to.adopt === "other") expect(passwords.after[name]).to.equal(undefined);
      else
        expect(passwords.before[name] === passwords.after[name], "the same password").to.equal(
          resets !== true,
        );
    });
  }

  it("nothing else is asked for, and nothing by the preview", () => {
    expect(preview.requests).to.deep.equal([]);
    const expected = Object.values(cases).flatMap(({ asks }) => asks.match(/[a-z]+/g) ?? []);
    expect(up.requests.map(({ operation }) => operation)).to.have.members(expected);
  });

  it("the service has what is declared, the state every argument of a change, and all is settled", async () => {
    await stack.expectSettled();
    const state = await stack.state();
    const held = heldBy(stack, ids.after);
    for (const [name, { action, groups, accessControl, ...recorded }] of Object.entries(declared("after"))) {
      expect(asSets(held[name]), name).to.deep.equal(asSets({ action, groups, accessControl }));
      // Where there is no difference the engine keeps the outputs as they were.
      if (cases[name]?.does !== "nothing") expect(state[name]?.outputs, name).to.deep.include(recorded);
    }
  });
});

/** A value with every list in it in alphabetical order, without what is repeated in it or undefined. */
function asSets(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set<unknown>(value)].sort();
  if (typeof value !== "object" || value === null) return value;
  const present = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(present.map(([key, member]) => [key, asSets(member)]));
}
