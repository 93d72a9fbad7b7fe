import { expect } from "chai";
import { canary } from "../support/provider-fixture";
import { answersFor, countsOf, Stack, type Run } from "./support/stack";

const allOf = ({ stdout, stderr }: Run): string => stdout + stderr;

describe("what goes wrong, under the real engine", function () {
  this.timeout(180_000);
  let stack: Stack;
  const declare = (args: string, name = "address"): string => `new CloudAddress("${name}", ${args});`;
  const addresses = () => stack.emulator.snapshot().addresses;
  const held = (id: string | undefined) => addresses().find(({ cloudAddress }) => cloudAddress === id);

  describe("in the program and the configuration", () => {
    before(async () => (stack = await Stack.create("")));
    after(() => stack.dispose());

    const wrong: [name: string, args: string, faults: Record<string, RegExp>][] = [
      [
        "a listen address",
        `{ action: "listen", groups: [], accessControl: {}, passwordVersion: {}, gruops: [], readyTimeoutSeconds: -1 }`,
        {
          groups: /belongs to a connect address.*error 1009/,
          accessControl: /neither groups nor cloudAddresses.*error 1008/,
          passwordVersion: /must be a text or a number/,
          gruops: /Did you mean "groups"\?/,
          readyTimeoutSeconds: /number of seconds/,
        },
      ],
      [
        "a connect address",
        `{ action: "connect", groups: ["", "x".repeat(257)], accessControl: { groups: ["a"] }, onExternalChange: "maybe", account: "" }`,
        {
          groups: /groups\[0\] is an empty group name.*error 1006/,
          accessControl: /belongs to a listen address.*error 1009/,
          onExternalChange: /"ignore" or "resetPassword"/,
          account: /name of a configured account/,
        },
      ],
    ];
    for (const [name, args, faults] of wrong) {
      it(`rules 15 to 30: every fault of ${name} is in one preview, on its argument`, async () => {
        await stack.write(declare(args));
        const preview = await stack.attempt("preview");
        expect(preview).to.deep.include({ exitCode: 1, requests: [] });
        for (const [property, reason] of Object.entries(faults)) {
          const [, shown] =
            new RegExp(`property ${property} value .* has a problem: (.*)`).exec(allOf(preview)) ?? [];
          expect(shown, property).to.match(reason);
        }
        expect(allOf(preview)).not.to.match(/^\s+at /m);
      });
    }

    it("the option import, which dynamic providers do not support, is refused with what to do instead", async () => {
      await stack.write('new CloudAddress("address", { action: "connect" }, { import: "a.b.c.d" });');
      const preview = await stack.attempt("preview");
      expect(preview).to.deep.include({ exitCode: 1, requests: [] });
      expect(allOf(preview)).to.contain('adopt: "a.b.c.d"').and.to.contain('"npx vnc-cloud import a.b.c.d"');
      expect(allOf(preview)).not.to.match(/^\s+at /m);
    });

    it("missing credentials are named by configuration key and by variable, before anything is asked", async () => {
      await stack.write(declare('{ action: "connect" }'));
      Object.assign(stack.environment, { VNC_CLOUD_API_KEY: undefined, VNC_CLOUD_API_SECRET: "" });
      const preview = await stack.attempt("preview");
      expect(preview).to.deep.include({ exitCode: 1, requests: [] });
      for (const name of ["API key", "vnc-cloud:apiKey", "VNC_CLOUD_API_KEY"])
        expect(allOf(preview)).to.contain(name);
      for (const name of ["API secret", "vnc-cloud:apiSecret", "VNC_CLOUD_API_SECRET"])
        expect(allOf(preview)).to.contain(name);
    });

    it("A29: a wrong secret is refused once, said to be wrong, and leaves nothing in the state", async () => {
      Object.assign(stack.environment, {
        VNC_CLOUD_API_KEY: canary.apiKey,
        VNC_CLOUD_API_SECRET: "wrong-secret-77",
      });
      const up = await stack.attempt("up", "--yes", "--skip-preview");
      expect(up.exitCode).to.equal(1);
      expect(up.requests.map(({ operation, status }) => `${operation} ${status}`)).to.deep.equal([
        "create 401",
      ]);
      expect(allOf(up)).to.contain("VNC_CLOUD_API_SECRET").and.not.to.contain("wrong-secret-77");
      expect(await stack.state()).to.deep.equal({});
      stack.environment.VNC_CLOUD_API_SECRET = canary.apiSecret;
    });

    const policies: [policy: string, exitCode: number, shown: RegExp][] = [
      ["allow", 0, /^(?!.*accessControl)/s],
      ["warn", 0, /warning: CloudAddress "door": no accessControl, so every connect address/],
      ["deny", 1, /property accessControl .*vnc-cloud:openListeners is "deny"/],
    ];
    for (const [policy, exitCode, shown] of policies) {
      it(`rule 20: an open listener under vnc-cloud:openListeners ${policy}`, async () => {
        await stack.write(declare('{ action: "listen" }', "door"));
        await stack.pulumi("config", "set", "vnc-cloud:openListeners", policy);
        const preview = await stack.attempt("preview", "--diff");
        expect(preview).to.deep.include({ exitCode, requests: [] });
        expect(allOf(preview)).to.match(shown);
      });
    }

    it("no secret appeared", () => stack.expectNoSecrets());
  });

  describe("while addresses are not ready (A47)", () => {
    before(async () => (stack = await Stack.create("")));
    after(() => stack.dispose());

    const program = (round: number, names: readonly string[]): string =>
      [
        ...names.map((name) =>
          declare('{ action: "connect", groups: ["a"], readyTimeoutSeconds: 0.5 }', name),
        ),
        declare(`{ action: "connect", groups: ["${round}"], readyTimeoutSeconds: 0.5 }`, "changed"),
        declare(
          `{ action: "listen", accessControl: { groups: ["a"] }, passwordVersion: ${round}, readyTimeoutSeconds: 0.5 }`,
          "rotated",
        ),
      ].join("\n");

    before(async () => {
      await stack.write(program(0, []));
      await stack.up();
    });

    for (const [round, between, names] of [
      [1, "at once", ["first"]],
      [2, "after a refresh", ["first", "second"]],
    ] as const) {
      it(`create, change and reset keep address and password, and the next up goes on ${between} with reads alone`, async () => {
        const created = names.at(-1) as string;
        await stack.write(program(round, names));
        stack.emulator.setReadiness({ mode: "manual" });
        const up = await stack.attempt("up", "--yes", "--skip-preview", "--continue-on-error");
        expect(up.exitCode).to.equal(1);
        expect(countsOf(up)).to.include({ create: 1, change: 1, reset: 1 });

        const state = await stack.state();
        const passwords = await stack.passwords();
        for (const name of [created, "changed", "rotated"]) {
          expect(state[name]?.initErrors?.join(), name).to.contain(state[name]?.id).and.to.contain("ready");
          expect(state[name]?.outputs.cloudPassword, name).to.have.property("ciphertext");
          expect(
            stack.emulator.verifyPassword(state[name]?.id as string, passwords[name] as string),
            name,
          ).to.equal(true);
        }
        expect(state.changed?.outputs.groups).to.deep.equal([String(round)]);
        expect(state.rotated?.outputs.passwordVersion).to.equal(round);

        stack.emulator.setReadiness({ mode: "immediate" });
        stack.emulator.releaseReadiness();
        if (between === "after a refresh") await stack.refresh();
        const next = await stack.up();
        expect(countsOf(next)).to.deep.equal({ ready: 3, details: 3 });
        expect(await stack.passwords()).to.deep.equal(passwords);
        await stack.expectSettled();
      });
    }
  });

  describe("when somebody else writes to the same addresses", () => {
    const names = ["changed", "removed", "touched", "touched-removed"];
    const ids: Record<string, string> = {};

    before(async () => {
      stack = await Stack.create(
        names.map((name) => declare('{ action: "connect", groups: ["a"] }', name)).join("\n"),
      );
      await stack.up();
      for (const [name, { id }] of Object.entries(await stack.state())) ids[name] = id;
    });
    after(() => stack.dispose());

    let up: Run;
    it("an up that does not know of it fails, and writes to no address whose characteristics moved", async () => {
      for (const name of ["changed", "removed"])
        stack.emulator.editAddress(ids[name] as string, { groups: ["b"] });
      // Only the version moves.
      for (const name of ["touched", "touched-removed"])
        stack.emulator.editAddress(ids[name] as string, { groups: ["a"] });
      await stack.write(
        ["changed", "touched"]
          .map((name) => declare('{ action: "connect", groups: ["c"] }', name))
          .join("\n"),
      );
      up = await stack.attempt("up", "--yes", "--skip-preview", "--continue-on-error");
      expect(up.exitCode).to.equal(1);
      for (const name of ["changed", "removed"]) expect(held(ids[name])?.groups, name).to.deep.equal(["b"]);
    });

    for (const [name, answers] of [
      ["changed", "change 412 details 200"],
      ["removed", "delete 412 details 200"],
      ["touched", "change 412 details 200 change 200 ready 200 details 200"],
      ["touched-removed", "delete 412 details 200 delete 204"],
    ] as const) {
      it(`rules 53, 62: what the service answered about "${name}"`, () => {
        expect(answersFor(up, ids[name])).to.equal(answers);
      });
    }

    for (const [name, advice] of [
      ["changed", '"pulumi up --refresh" then writes what the program declares'],
      ["removed", 'Review it with "pulumi refresh", then delete it again'],
    ] as const) {
      it(`the report on "${name}" tells what moved in its first line, then what to do`, () => {
        const headline = `Conflict, nothing written: cloud address "${ids[name]}" was changed outside Pulumi: groups ["a"] -> ["b"].`;
        expect(up.stdout).to.contain(headline).and.to.contain(advice);
        expect(up.stdout).not.to.match(/^\s+at .*\.js:\d+/m);
      });
    }

    it("a refresh is all that it takes", async () => {
      const next = await stack.up("--refresh");
      expect(next.operations).to.deep.equal({ changed: "update", removed: "delete" });
      await stack.expectSettled();
    });

    it("an update of an address that is gone says so; with a refresh another one is created", async () => {
      const gone = ids.changed as string;
      stack.emulator.deleteAddress(gone);
      await stack.write(
        ["changed", "touched"]
          .map((name) => declare('{ action: "connect", groups: ["d"] }', name))
          .join("\n"),
      );
      const failed = await stack.attempt("up", "--yes", "--skip-preview", "--continue-on-error");
      expect(failed.exitCode).to.equal(1);
      expect(failed.stdout).to.contain(`Cloud address "${gone}" no longer exists`);
      const next = await stack.up("--refresh");
      expect(next.operations).to.deep.equal({ changed: "create" });
      await stack.expectSettled();
    });

    it("rule 61: to delete an address that is gone is no failure", async () => {
      const { touched } = await stack.state();
      stack.emulator.deleteAddress(touched?.id as string);
      const destroy = await stack.destroy();
      expect(answersFor(destroy, touched?.id)).to.equal("delete 404");
      expect(await stack.state()).to.deep.equal({});
      expect(addresses()).to.deep.equal([]);
    });
  });
});
