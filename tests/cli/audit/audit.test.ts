import { EventEmitter } from "node:events";
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect } from "chai";
import { keyFingerprint } from "../../../client/secrets/key-fingerprint";
import type { Finding } from "../../../cli/audit/finding";
import type { SeedAddress } from "../../../emulator";
import type { CommandResult, CommandSurroundings } from "../command/run-in-process";
import { CommandFixture, eu } from "../service/command-fixture";
import { exportOf, settled, urnOf, type ExportedResource } from "../stack/exported-state";

const connect: SeedAddress = { allowedActions: ["connect"], groups: ["support"] };
const closed: SeedAddress = { allowedActions: ["listen"], accessControl: { groups: ["support"] } };
const secret = {
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  ciphertext: "v1:xyz",
};

describe("vnc-cloud audit", () => {
  let fixture: CommandFixture;
  before(async () => (fixture = await CommandFixture.start()));
  after(() => fixture.stop());
  beforeEach(() => fixture.emulator.reset());

  const seed = (...addresses: SeedAddress[]): string[] => fixture.emulator.seed(addresses);
  const stateOf = (name: string, cloudAddress: string, outputs = {}): ExportedResource =>
    settled(name, fixture.remote(cloudAddress), outputs);
  const audit = (
    state: string,
    words: string[] = [],
    more: CommandSurroundings = {},
  ): Promise<CommandResult> => fixture.run(["audit", "-", "--json", ...words], { input: state, ...more });
  const findingsOf = ({ output }: CommandResult): Finding[] =>
    (JSON.parse(output) as { findings: Finding[] }).findings;
  const kindsOf = (result: CommandResult): string[] => findingsOf(result).map(({ kind }) => kind);

  it("finds nothing and ends with 0 when the service is as the state has it: one GET for each address", async () => {
    const [viewer = "", server = ""] = seed(connect, closed);
    const state = exportOf([stateOf("viewer", viewer), stateOf("server", server)]);
    fixture.emulator.clearJournal();
    const result = await audit(state);
    expect(result).to.deep.equal({ code: 0, output: '{"findings":[]}\n', errors: "" });
    expect(fixture.emulator.requestCounts()).to.include({ list: 1, details: 2 });
  });

  it("an access list that names addresses which were read costs no further request", async () => {
    const [viewer = ""] = seed(connect);
    const [server = ""] = seed({ ...closed, accessControl: { cloudAddresses: [viewer] } });
    const state = exportOf([stateOf("viewer", viewer), stateOf("server", server)]);
    fixture.emulator.clearJournal();
    expect((await audit(state)).code).to.equal(0);
    expect(fixture.emulator.requestCounts()).to.include({ list: 1, details: 2 });
  });

  it("order and duplicates in lists, and a groups list that is left out, are no drift (A17, A18)", async () => {
    const [viewer = "", plain = ""] = seed(
      { ...connect, groups: ["b", "a", "b"] },
      { allowedActions: ["connect"] },
    );
    const state = [
      stateOf("viewer", viewer, { groups: ["a", "b"] }),
      stateOf("plain", plain, { groups: [] }),
    ];
    expect((await audit(exportOf(state))).code).to.equal(0);
  });

  describe("finds", () => {
    interface Case {
      readonly title: string;
      readonly kind: string;
      readonly detail: RegExp;
      /** Makes the service and the state differ, from one settled address that is called `it`. */
      readonly arrange: (it: string) => ExportedResource[];
      readonly seeded?: SeedAddress;
      readonly hasResource?: false;
      /** Kinds of findings that come with it. */
      readonly also?: readonly string[];
    }
    const cases: readonly Case[] = [
      {
        title: "an address that no state has",
        kind: "orphan",
        detail: /no given state has it; connect, groups "support"/,
        hasResource: false,
        arrange: () => [],
      },
      {
        title: "an address of the state that is gone",
        kind: "missing",
        detail: /the service does not have it \(404\)/,
        arrange: (address) => {
          const state = [stateOf("it", address)];
          fixture.emulator.deleteAddress(address);
          return state;
        },
      },
      {
        title: "an address that is gone, of a state that names no key: it is the audited one's",
        kind: "missing",
        detail: /the service does not have it \(404\)/,
        arrange: (address) => {
          const state = [stateOf("it", address, { keyFingerprint: undefined })];
          fixture.emulator.deleteAddress(address);
          return state;
        },
      },
      {
        title: "groups that moved",
        kind: "drift",
        detail: /in the state: groups "support"; at the service: groups "intruders"/,
        arrange: (address) => {
          const state = [stateOf("it", address)];
          fixture.emulator.editAddress(address, { groups: ["intruders"] });
          return state;
        },
      },
      {
        title: "an access list that was removed",
        kind: "drift",
        seeded: closed,
        also: ["open-listener"],
        detail: /in the state: admits groups "support"; at the service: open to every connect address/,
        arrange: (address) => {
          const state = [stateOf("it", address)];
          fixture.emulator.editAddress(address, {});
          return state;
        },
      },
      {
        title: "a version that somebody else wrote, with equal characteristics (A3)",
        kind: "external-write",
        detail: /the stack wrote version 1, the service has 2: .* its password may have been reset/,
        arrange: (address) => {
          const state = [stateOf("it", address)];
          fixture.emulator.resetPassword(address);
          return state;
        },
      },
      {
        title: "a version of somebody else that a refresh has taken into the state",
        kind: "external-write",
        detail: /the stack wrote version 0, the service has 1/,
        arrange: (address) => [stateOf("it", address, { writtenEtag: "0" })],
      },
      {
        title: "somebody else's version of an address whose groups the state keeps secret",
        kind: "external-write",
        detail: /keeps its characteristics secret, so whether they moved cannot be told/,
        arrange: (address) => [stateOf("it", address, { groups: secret, writtenEtag: "0" })],
      },
      {
        title: "a listen address without access control (rule 20)",
        kind: "open-listener",
        seeded: { allowedActions: ["listen"] },
        detail: /every connect address of the API key may connect/,
        arrange: (address) => [stateOf("it", address)],
      },
      {
        title: "an access list that names an address that does not exist (A21)",
        kind: "dangling-reference",
        seeded: { ...closed, accessControl: { cloudAddresses: ["gone.gone.gone.gone"] } },
        detail: /names gone\.gone\.gone\.gone, which does not exist/,
        arrange: (address) => [stateOf("it", address)],
      },
      {
        title: "an access list that names what cannot be an address (A57)",
        kind: "dangling-reference",
        seeded: { ...closed, accessControl: { cloudAddresses: ["no-address"] } },
        detail: /names no-address/,
        arrange: (address) => [stateOf("it", address)],
      },
      {
        title: "another action than the state has (A22)",
        kind: "drift",
        also: ["open-listener"],
        detail: /in the state its action is connect, at the service listen/,
        arrange: (address) => {
          const state = [stateOf("it", address)];
          fixture.emulator.editAddress(address, { allowedActions: ["listen"] });
          return state;
        },
      },
    ];
    for (const { title, kind, detail, arrange, seeded = connect, hasResource = true, also = [] } of cases) {
      it(`${title}: ${kind}, and ends with 2`, async () => {
        const [address = ""] = seed(seeded);
        const result = await audit(exportOf(arrange(address)));
        expect(kindsOf(result)).to.have.members([kind, ...also]);
        const [finding] = findingsOf(result);
        const named = { kind, cloudAddress: address, ...(hasResource && { resource: urnOf("it") }) };
        expect(finding).to.deep.equal({ ...named, detail: finding?.detail });
        expect(finding?.detail).to.match(detail);
        expect(result).to.include({ code: 2, errors: "" });
      });
    }
  });

  it("reports findings by kind, then by address", async () => {
    seed(connect, connect, { allowedActions: ["listen"] });
    const result = await audit(exportOf([]));
    expect(kindsOf(result)).to.deep.equal(["orphan", "orphan", "orphan", "open-listener"]);
    const orphans = findingsOf(result)
      .slice(0, 3)
      .map(({ cloudAddress }) => cloudAddress);
    expect(orphans).to.deep.equal([...orphans].sort());
  });

  it("open listeners are fine where VNC_CLOUD_OPEN_LISTENERS allows them", async () => {
    const [server = ""] = seed({ allowedActions: ["listen"] });
    const state = exportOf([stateOf("server", server)]);
    const allowed = await audit(state, [], { environment: { VNC_CLOUD_OPEN_LISTENERS: "allow" } });
    expect(allowed).to.include({ code: 0, output: '{"findings":[]}\n' });
  });

  describe("says nothing against", () => {
    const silent: readonly [string, (it: string) => ExportedResource[]][] = [
      [
        "an address that a stack only looks up and somebody changed",
        (address) => {
          const state = [{ ...stateOf("it", address), external: true }];
          fixture.emulator.editAddress(address, { groups: ["other"] });
          return state;
        },
      ],
      [
        "a replacement's old address that is still to be deleted and is gone",
        (address) => {
          const state = [{ ...stateOf("it", address), delete: true }];
          fixture.emulator.deleteAddress(address);
          return state;
        },
      ],
      [
        "an address that was deleted to be replaced",
        (address) => {
          const state = [{ ...stateOf("it", address), pendingReplacement: true }];
          fixture.emulator.deleteAddress(address);
          return state;
        },
      ],
      ...(["delete", "pendingReplacement"] as const).map((mark): (typeof silent)[number] => [
        `an address with the mark ${mark} that somebody changed: the next run deletes it`,
        (address) => {
          const state = [{ ...stateOf("it", address), [mark]: true }];
          fixture.emulator.editAddress(address, { groups: ["other"] });
          return state;
        },
      ]),
      [
        "an address whose version the state does not know (A1)",
        (address) => [stateOf("it", address, { etag: "", writtenEtag: "" })],
      ],
      [
        "an address whose last write has not settled",
        (address) => [stateOf("it", address, { writtenEtag: undefined })],
      ],
      [
        "one whose groups are secret and whose version is the state's",
        (address) => [stateOf("it", address, { groups: secret })],
      ],
    ];
    for (const [title, arrange] of silent) {
      it(title, async () => {
        const [address = ""] = seed(connect);
        expect(await audit(exportOf(arrange(address)))).to.include({ code: 0, errors: "" });
      });
    }

    it("an address without an ETag (A1)", async () => {
      const [address = ""] = seed(connect);
      const state = exportOf([stateOf("it", address)]);
      fixture.emulator.setQuirks({ etag: "none" });
      expect((await audit(state)).code).to.equal(0);
    });
  });

  for (const lesser of ["external", "delete", "pendingReplacement"] as const) {
    for (const order of ["before", "after"]) {
      it(`of an address that two resources have, the one with the mark ${lesser}, ${order} the other, says nothing`, async () => {
        const [address = ""] = seed(connect);
        const both = [{ ...stateOf("lesser", address), [lesser]: true }, stateOf("manager", address)];
        fixture.emulator.editAddress(address, { groups: ["intruders"] });
        const result = await audit(exportOf(order === "before" ? both : both.reverse()));
        expect(findingsOf(result)).to.have.length(1);
        expect(findingsOf(result)[0]).to.include({ kind: "drift", resource: urnOf("manager") });
      });
    }
  }

  it("an absence in the list proves nothing: what exists is not missing (A38)", async () => {
    fixture.emulator.setReadiness({ mode: "manual" });
    const [viewer = "", named = ""] = seed({ ...connect, pending: true }, { ...connect, pending: true });
    const [server = ""] = seed({
      allowedActions: ["listen"],
      accessControl: { cloudAddresses: [viewer, named] },
    });
    fixture.emulator.setQuirks({ hidePendingFromList: true });
    const state = exportOf([stateOf("viewer", viewer), stateOf("server", server)]);
    expect(await audit(state)).to.include({ code: 0, output: '{"findings":[]}\n' });
  });

  it("an address that is deleted between list and look is neither orphan nor anything else (A36)", async () => {
    const [address = ""] = seed(connect);
    fixture.emulator.planFaults([
      { operation: "details", cloudAddress: address, fault: { kind: "status", status: 404 } },
    ]);
    expect(await audit(exportOf([]))).to.include({ code: 0, output: '{"findings":[]}\n' });
  });

  it("a wrong endpoint is no clean audit: nothing is called missing, and it ends with 1 (A40)", async () => {
    const [address = ""] = seed(connect);
    const state = exportOf([stateOf("it", address)]);
    const environment = { VNC_CLOUD_ENDPOINT: `${fixture.emulator.endpoint}/wrong` };
    const result = await audit(state, [], { environment });
    expect(result).to.include({ code: 1, output: "" });
    expect(result.errors).to.match(/there is no VNC Cloud API at .*wrong/);
  });

  it("one address that cannot be read is a warning, and the exit code 1 instead of 0", async () => {
    const [odd = ""] = seed({ allowedActions: ["connect", "listen"] });
    const resource = { ...stateOf("odd", odd), outputs: {} };
    const result = await audit(exportOf([resource]));
    expect(result).to.include({ code: 1, output: '{"findings":[]}\n' });
    expect(result.errors).to.contain(`warning:`).and.contain(odd);
  });

  it("an export with a byte order mark is read, as editors and shells of Windows write it", async () => {
    const [address = ""] = seed(connect);
    expect(await audit(`\uFEFF${exportOf([stateOf("it", address)])}`)).to.include({ code: 0, errors: "" });
  });

  it("several exports count together, and so does a file", async () => {
    const [viewer = "", server = ""] = seed(connect, closed);
    await writeFile(join(fixture.directory, "viewers.json"), exportOf([stateOf("viewer", viewer)]));
    const state = exportOf([stateOf("server", server)]);
    expect((await audit(state, ["viewers.json"])).code).to.equal(0);
    expect(kindsOf(await audit(state))).to.deep.equal(["orphan"]);
  });

  describe("of a live stack", () => {
    /** A `pulumi` command that prints each of these in turn, the last one again and again. */
    async function pulumi(...exports: string[]): Promise<NodeJS.ProcessEnv> {
      const bin = join(fixture.directory, "bin");
      await mkdir(bin, { recursive: true });
      await rm(join(bin, "words"), { force: true });
      for (const [index, text] of exports.entries()) await writeFile(join(bin, `${index + 1}.json`), text);
      const script =
        `cd "${bin}"; echo "$@" >> words; n=$(grep -c . words); ` +
        `if [ "$n" -gt ${exports.length} ]; then n=${exports.length}; fi; cat "$n.json"`;
      await writeFile(join(bin, "pulumi"), `#!/bin/sh\n${script}\n`);
      await chmod(join(bin, "pulumi"), 0o755);
      return { PATH: `${bin}:/usr/bin:/bin` };
    }
    const words = async () =>
      (await readFile(join(fixture.directory, "bin", "words"), "utf8")).trim().split("\n");

    it("exports the selected one unless told otherwise, once if nothing is orphaned", async () => {
      const [address = ""] = seed(connect);
      const environment = await pulumi(exportOf([stateOf("it", address)]));
      expect((await fixture.run(["audit"], { environment })).code).to.equal(0);
      expect(await words()).to.deep.equal(["stack export --non-interactive"]);
    });

    it("exports those that are named, besides the files", async () => {
      const [first = "", second = ""] = seed(connect, connect);
      const environment = await pulumi(exportOf([stateOf("second", second)]));
      const input = exportOf([stateOf("first", first)]);
      expect((await audit(input, ["--stack", "acme/shop/prod"], { environment })).code).to.equal(0);
      expect(await words()).to.deep.equal(["stack export --non-interactive --stack acme/shop/prod"]);
    });

    it("what a run has created and recorded meanwhile is no orphan, and is not deleted", async () => {
      const [old = "", created = ""] = seed(connect, connect);
      const before = [stateOf("old", old)];
      const environment = await pulumi(exportOf(before), exportOf([...before, stateOf("created", created)]));
      const result = await fixture.run(["audit", "--json", "--delete-orphans", "--yes"], { environment });
      expect(result).to.include({ code: 0, output: '{"findings":[]}\n' });
      expect(fixture.names()).to.deep.equal([old, created]);
    });

    it("that cannot be exported ends it with 1, in the words of pulumi", async () => {
      const environment = await pulumi("");
      await writeFile(
        join(fixture.directory, "bin", "pulumi"),
        "#!/bin/sh\necho 'error: no stack selected' >&2\nexit 255\n",
      );
      const result = await fixture.run(["audit"], { environment });
      expect(result).to.include({ code: 1, output: "" });
      expect(result.errors).to.match(/^error: "pulumi stack export .*no stack selected\n$/);
    });

    it("Ctrl+C ends it with one line while pulumi runs", async () => {
      const environment = await pulumi("");
      await writeFile(join(fixture.directory, "bin", "pulumi"), "#!/bin/sh\nexec sleep 60\n");
      const signals = new EventEmitter();
      const result = fixture.run(["audit"], { environment, signals });
      setTimeout(() => signals.emit("SIGINT"), 50);
      expect(await result).to.deep.equal({ code: 1, output: "", errors: "error: Interrupted.\n" });
    });
  });

  it("Ctrl+C ends it with one line while standard input does not end", async () => {
    const signals = new EventEmitter();
    const result = fixture.run(["audit", "-"], { input: new PassThrough(), signals });
    await new Promise(setImmediate);
    signals.emit("SIGINT");
    expect(await result).to.deep.equal({ code: 1, output: "", errors: "error: Interrupted.\n" });
  });

  describe("with several keys", () => {
    const foreign = () => {
      const [own = ""] = seed(connect);
      const [other = ""] = seed({ ...connect, apiKey: eu.apiKey });
      const account = { account: "eu", keyFingerprint: keyFingerprint(eu.apiKey) };
      return { own, other, state: [stateOf("own", own), stateOf("other", other, account)], account };
    };

    it("audits every account that the states name", async () => {
      const { state } = foreign();
      seed({ ...connect, apiKey: eu.apiKey });
      const result = await audit(exportOf(state));
      expect(kindsOf(result)).to.deep.equal(["orphan"]);
      expect(result.code).to.equal(2);
    });

    it("tells addresses of a key that is not audited apart: not missing, a warning, and 1 instead of 0", async () => {
      const { state, own, other } = foreign();
      const one = exportOf([
        stateOf("own", own),
        stateOf("other", other, { keyFingerprint: keyFingerprint(eu.apiKey) }),
      ]);
      const result = await audit(one);
      expect(result).to.include({ code: 1, output: '{"findings":[]}\n' });
      expect(result.errors).to.match(
        new RegExp(`1 cloud address of the states belong.* API key ${keyFingerprint(eu.apiKey)}`),
      );
      const euOnly = await audit(exportOf(state), ["--account", "eu"]);
      expect(euOnly).to.include({ code: 1, output: '{"findings":[]}\n' });
    });

    it("a key that was rotated within an account sees its addresses, and judges them (A32)", async () => {
      const [address = ""] = seed(connect);
      const state = exportOf([stateOf("it", address, { keyFingerprint: "000000000000" })]);
      expect(await audit(state)).to.include({ code: 0, errors: "" });
    });

    it("two names of one key are one account", async () => {
      const environment = { VNC_CLOUD_TWIN_API_KEY: eu.apiKey, VNC_CLOUD_TWIN_API_SECRET: eu.apiSecret };
      seed({ ...connect, apiKey: eu.apiKey });
      const result = await audit(exportOf([]), ["--account", "eu", "--account", "twin"], { environment });
      expect(kindsOf(result)).to.deep.equal(["orphan"]);
    });

    it("an access list may name an address of another audited account, or of another key that a state knows", async () => {
      const { own, other, account } = foreign();
      const [server = ""] = seed({ allowedActions: ["listen"], accessControl: { cloudAddresses: [other] } });
      const state = [stateOf("own", own), stateOf("server", server), stateOf("other", other, account)];
      expect((await audit(exportOf(state))).code).to.equal(0);
    });

    it("credentials that are refused are told by their variables", async () => {
      const { state } = foreign();
      const environment = { VNC_CLOUD_EU_API_SECRET: "canary-wrong" };
      const result = await audit(exportOf(state), [], { environment });
      expect(result.code).to.equal(1);
      expect(result.errors).to.contain("VNC_CLOUD_EU_API_SECRET").and.not.contain("canary-wrong");
    });
  });

  describe("of what a killed run left", () => {
    const inputs = { action: "connect", groups: ["support"] };
    const creating = (name = "viewer", owner?: string) => ({
      type: "creating",
      resource: { urn: urnOf(name), inputs: { ...inputs, ...(owner !== undefined && { __owner: owner }) } },
    });
    const marked = (owner: string) => ({ ...connect, groups: ["support", `iac:shop/prod/connect/${owner}`] });

    it("names the resource that the orphan was made for", async () => {
      seed(connect);
      const [finding] = findingsOf(await audit(exportOf([], [creating()])));
      expect(finding).to.include({ kind: "orphan", resource: urnOf("viewer") });
      expect(finding?.detail).to.contain("a run broke off while creating viewer");
    });

    it("names all that it may have been made for, and then no resource", async () => {
      seed(connect);
      const [finding] = findingsOf(await audit(exportOf([], [creating("a"), creating("b")])));
      expect(finding).not.to.have.property("resource");
      expect(finding?.detail).to.contain("while creating a or b");
    });

    it("the ownership marker decides between them, and does not count as a group", async () => {
      const [a, b] = ["a/0f1e2d3c4b5a", "b/a5b4c3d2e1f0"] as const;
      seed(marked(b));
      const [finding] = findingsOf(await audit(exportOf([], [creating("a", a), creating("b", b)])));
      expect(finding).to.include({ kind: "orphan", resource: urnOf("b") });
      expect(finding?.detail).to.match(
        /connect, groups "support"; .* marked "iac:shop\/prod" made it for "b"; a run broke off while creating b$/,
      );
    });

    it("an address without a marker was not made by a create that marks", async () => {
      seed(connect);
      const [finding] = findingsOf(await audit(exportOf([], [creating("a", "a/0f1e2d3c4b5a")])));
      expect(finding).not.to.have.property("resource");
    });

    it("a marker names the resource also when that has another address by now", async () => {
      const owner = "viewer/0f1e2d3c4b5a";
      const [orphan = "", own = ""] = seed(marked(owner), connect);
      const resource = stateOf("viewer", own);
      const state = exportOf([{ ...resource, inputs: { ...resource.inputs, __owner: owner } }]);
      expect(findingsOf(await audit(state))[0]).to.include({
        cloudAddress: orphan,
        resource: urnOf("viewer"),
      });
    });

    it("a group that only looks a little like a marker is none", async () => {
      seed({ ...connect, groups: ["eu/connect/support"] });
      expect(findingsOf(await audit(exportOf([])))[0]?.detail).to.contain('groups "eu/connect/support"');
    });

    it("one that made nothing is told, and is no finding", async () => {
      const result = await audit(exportOf([], [creating()]));
      expect(result).to.include({ code: 0, output: '{"findings":[]}\n' });
      expect(result.errors).to.match(
        /A run broke off, or is still going on, while it creates viewer of shop\/prod/,
      );
    });

    it("an address that a run was changing or deleting is known, and its finding says so", async () => {
      const [address = ""] = seed(connect);
      const state = stateOf("it", address);
      fixture.emulator.deleteAddress(address);
      const [finding] = findingsOf(await audit(exportOf([state], [{ type: "deleting", resource: state }])));
      expect(finding).to.include({ kind: "missing", resource: urnOf("it") });
      expect(finding?.detail).to.contain("a run broke off while deleting it");
    });
  });

  it("the marker of an address of the state is no drift", async () => {
    const marker = "iac:shop/prod/connect/viewer/0f1e2d3c4b5a";
    const [address = ""] = seed({ ...connect, groups: ["support", marker] });
    const state = exportOf([stateOf("viewer", address, { groups: ["support"], __ownership: marker })]);
    expect((await audit(state)).code).to.equal(0);
  });

  describe("--delete-orphans", () => {
    const managed = () => {
      const [kept = ""] = seed(connect);
      return { kept, state: exportOf([stateOf("kept", kept)]) };
    };
    const terminal = (answer: string): CommandSurroundings => {
      const input = new PassThrough();
      input.end(answer);
      return { input, terminal: true };
    };
    const fromFile = async (state: string, words: string[], more: CommandSurroundings) => {
      await writeFile(join(fixture.directory, "state.json"), state);
      return fixture.run(["audit", "state.json", "--delete-orphans", ...words], more);
    };

    it("with --yes deletes orphans with If-Match and nothing else, and ends with 0", async () => {
      const { kept, state } = managed();
      const [orphan = ""] = seed({ ...connect, version: 7 });
      const result = await audit(state, ["--delete-orphans", "--yes"]);
      expect(result.code).to.equal(0);
      expect(findingsOf(result)[0]?.detail).to.match(/; deleted$/);
      expect(fixture.names()).to.deep.equal([kept]);
      const deletes = fixture.emulator.journal().filter(({ operation }) => operation === "delete");
      expect(deletes.map(({ cloudAddress, ifMatch }) => [cloudAddress, ifMatch])).to.deep.equal([
        [orphan, '"7"'],
      ]);
    });

    it("without --yes and without a terminal is refused before any request", async () => {
      const { state } = managed();
      fixture.emulator.clearJournal();
      const result = await audit(state, ["--delete-orphans"]);
      expect(result).to.include({ code: 1, output: "" });
      expect(result.errors).to.contain("--yes");
      expect(fixture.emulator.journal()).to.deep.equal([]);
    });

    for (const [answer, isYes] of [
      ["y\n", true],
      ["yes\n", true],
      ["n\n", false],
      ["\n", false],
      ["", false],
    ] as const) {
      it(`on a terminal shows the orphans and asks; ${JSON.stringify(answer)} ${isYes ? "deletes" : "does not"}`, async () => {
        const { kept, state } = managed();
        const [orphan = ""] = seed(connect);
        const result = await fromFile(state, [], terminal(answer));
        expect(result.errors)
          .to.contain(orphan)
          .and.match(/Delete these 1 of 2 cloud addresses for good\? \[y\/N\]/);
        expect(fixture.names()).to.deep.equal(isYes ? [kept] : [kept, orphan]);
        expect(result.code).to.equal(isYes ? 0 : 2);
      });
    }

    it("leaves what somebody has changed since it was judged", async () => {
      const { state } = managed();
      const [orphan = ""] = seed(connect);
      fixture.emulator.planFaults([{ operation: "delete", fault: { kind: "delay", milliseconds: 150 } }]);
      const result = audit(state, ["--delete-orphans", "--yes"]);
      while (!fixture.emulator.journal().some(({ operation }) => operation === "delete")) {
        await new Promise(setImmediate);
      }
      fixture.emulator.editAddress(orphan, { groups: ["claimed"] });
      expect(findingsOf(await result)[0]?.detail).to.contain("somebody has changed it since it was judged");
      expect((await result).code).to.equal(2);
      expect(fixture.names()).to.contain(orphan);
    });

    const kept: readonly [string, SeedAddress, RegExp, (() => void)?][] = [
      [
        "one that is marked by a stack whose state was not given",
        { ...connect, groups: ["iac:other/connect/viewer/0f1e2d3c4b5a"] },
        /the state of the stack marked "iac:other" was not given/,
      ],
      [
        "one without an ETag (A1)",
        connect,
        /the service sent no ETag/,
        () => fixture.emulator.setQuirks({ etag: "none" }),
      ],
    ];
    for (const [title, orphan, reason, arrange] of kept) {
      it(`leaves ${title}`, async () => {
        const { state } = managed();
        const [address = ""] = seed(orphan);
        arrange?.();
        const result = await audit(state, ["--delete-orphans", "--yes"]);
        expect(findingsOf(result)[0]?.detail).to.match(reason);
        expect(result.code).to.equal(2);
        expect(fixture.names()).to.contain(address);
      });
    }

    for (const [status, code, detail] of [
      [500, 2, /; not deleted: Could not delete .*status 500/],
      [404, 0, /; gone meanwhile$/],
    ] as const) {
      it(`says what became of one whose deletion the service answers with ${status}, and ends with ${code}`, async () => {
        const { state } = managed();
        seed(connect);
        fixture.emulator.planFaults([{ operation: "delete", fault: { kind: "status", status } }]);
        const result = await audit(state, ["--delete-orphans", "--yes"]);
        expect(findingsOf(result)[0]?.detail).to.match(detail);
        expect(result.code).to.equal(code);
      });
    }

    it("deletes one that is marked by a stack whose state was given", async () => {
      const marker = (name: string) => `iac:shop/prod/connect/${name}/0f1e2d3c4b5a`;
      const [own = "", orphan = ""] = seed(
        { ...connect, groups: ["support", marker("a")] },
        { ...connect, groups: ["support", marker("b")] },
      );
      const state = exportOf([stateOf("a", own, { groups: ["support"], __ownership: marker("a") })]);
      expect((await audit(state, ["--delete-orphans", "--yes"])).code).to.equal(0);
      expect(fixture.names()).to.deep.equal([own]).and.not.contain(orphan);
    });

    it("deletes one that is marked with the group of the environment, which no state shows yet", async () => {
      const { kept, state } = managed();
      seed({ ...connect, groups: ["iac:shop/connect/viewer/0f1e2d3c4b5a"] });
      const environment = { VNC_CLOUD_OWNERSHIP_GROUP: "iac:shop" };
      expect((await audit(state, ["--delete-orphans", "--yes"], { environment })).code).to.equal(0);
      expect(fixture.names()).to.deep.equal([kept]);
    });

    it("with --yes deletes nothing if the states have no address at all: that may be the wrong stack", async () => {
      const [address = ""] = seed(connect);
      const result = await audit(exportOf([]), ["--delete-orphans", "--yes"]);
      expect(findingsOf(result)[0]?.detail).to.contain("the given states have no cloud address at all");
      expect(result.code).to.equal(2);
      expect(fixture.names()).to.deep.equal([address]);
    });

    it("deletes what a killed first run left, with --yes too", async () => {
      seed(connect);
      const resource = { urn: urnOf("viewer"), inputs: { action: "connect", groups: ["support"] } };
      const state = exportOf([], [{ type: "creating", resource }]);
      expect((await audit(state, ["--delete-orphans", "--yes"])).code).to.equal(0);
      expect(fixture.names()).to.deep.equal([]);
    });

    it("--yes alone is refused", async () => {
      const result = await audit(exportOf([]), ["--yes"]);
      expect(result).to.include({ code: 1, output: "" });
      expect(result.errors).to.contain("--delete-orphans");
    });
  });

  it("tells people what was compared, and each finding with its resource", async () => {
    const [viewer = "", orphan = ""] = seed(connect, connect);
    const state = exportOf([stateOf("viewer", viewer)]);
    fixture.emulator.resetPassword(viewer);
    const { code, output } = await fixture.run(["audit", "-"], { input: state });
    expect(code).to.equal(2);
    expect(output).to.match(
      /^Compared 2 cloud addresses of the default account \(key [0-9a-f]{12}\) with shop\/prod: 2 findings\.\n/,
    );
    expect(output).to.contain(`\norphan  ${orphan}\n  no given state has it`);
    expect(output).to.contain(`\nexternal-write  ${viewer}  viewer (shop/prod)\n  the stack wrote`);
  });

  const unusable: readonly [string, string, RegExp][] = [
    ["no JSON", "{", /standard input is not JSON/],
    ["nothing", "", /standard input is empty/],
    ["no export", "{}", /standard input is no export of a stack/],
  ];
  for (const [title, input, error] of unusable) {
    it(`ends with 1 for ${title}, without a request`, async () => {
      fixture.emulator.clearJournal();
      const result = await audit(input);
      expect(result).to.include({ code: 1, output: "" });
      expect(result.errors).to.match(error);
      expect(fixture.emulator.journal()).to.deep.equal([]);
    });
  }

  it("Ctrl+C ends it with one line", async () => {
    seed(...Array.from({ length: 50 }, () => connect));
    await writeFile(join(fixture.directory, "state.json"), exportOf([]));
    fixture.emulator.setLatency(20);
    fixture.emulator.clearJournal();
    const result = await fixture.interrupt(["audit", "state.json"], 5);
    expect(result).to.deep.equal({ code: 1, output: "", errors: "error: Interrupted.\n" });
  });
});
