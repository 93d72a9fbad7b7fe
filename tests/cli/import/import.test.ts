import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import type { ImportEntry } from "../../../cli/import/import-entry";
import type { SeedAddress } from "../../../emulator";
import { providerProperty, providerText } from "../../../provider";
import { CommandFixture } from "../service/command-fixture";
import { exportOf, settled } from "../stack/exported-state";

const connect: SeedAddress = { allowedActions: ["connect"], groups: ["support"] };
const many = (count: number): SeedAddress[] => Array.from({ length: count }, () => connect);

describe("vnc-cloud import", () => {
  let fixture: CommandFixture;
  let folder: string;
  let number = 0;
  before(async () => (fixture = await CommandFixture.start()));
  after(() => fixture.stop());
  beforeEach(async () => {
    fixture.emulator.reset();
    folder = join(fixture.directory, String((number += 1)));
    await mkdir(folder);
  });

  const seed = (...addresses: SeedAddress[]): string[] => fixture.emulator.seed(addresses);
  const run = (
    words: string[],
    more: { input?: string; terminal?: boolean; environment?: NodeJS.ProcessEnv } = {},
  ) => fixture.run(["import", ...words], { directory: folder, ...more });
  const text = (file: string) => readFile(join(folder, file), "utf8");
  const entries = async (file = "vnc-cloud-import.json") =>
    (JSON.parse(await text(file)) as { resources: ImportEntry[] }).resources;
  const counts = () => fixture.emulator.requestCounts();

  it("writes inputs and outputs with the provider in both, and the same as a program", async () => {
    const [server = ""] = seed({
      allowedActions: ["listen"],
      accessControl: { groups: ["support"], cloudAddresses: ["a.b.c.d"] },
      version: 7,
    });
    const result = await run(["--all"]);
    expect(result).to.include({ code: 0, errors: "" });
    const name = `listen-${server.split(".")[3]}`;
    const inputs = {
      action: "listen",
      accessControl: { groups: ["support"], cloudAddresses: ["a.b.c.d"] },
      [providerProperty]: providerText,
    };
    expect(await entries()).to.deep.equal([
      {
        type: "pulumi-nodejs:dynamic/vnc-cloud:CloudAddress",
        name,
        id: server,
        inputs,
        outputs: {
          ...inputs,
          cloudAddress: server,
          etag: "7",
          writtenEtag: "7",
          keyFingerprint: (await entries())[0]?.outputs.keyFingerprint,
        },
      },
    ]);
    expect(await text("vnc-cloud-import.ts")).to.equal(
      'import { CloudAddress } from "pulumi-vnc-cloud";\n\n' +
        `// ${server}\nnew CloudAddress(\n  "${name}",\n` +
        '  { action: "listen", accessControl: { groups: ["support"], cloudAddresses: ["a.b.c.d"] } },\n' +
        "  { protect: true },\n);\n",
    );
  });

  it("only reads: one list for 99 addresses and one GET for each", async () => {
    seed(...many(120));
    fixture.emulator.clearJournal();
    expect((await run(["--all"])).code).to.equal(0);
    expect(counts()).to.deep.include({ list: 2, details: 120, create: 0, change: 0, reset: 0, delete: 0 });
  });

  it("imports the addresses that are named, each once, without a list", async () => {
    const [first = "", second = ""] = seed(connect, connect, connect);
    fixture.emulator.clearJournal();
    const result = await run([first, second, first, "--json"]);
    expect(JSON.parse(result.output)).to.deep.equal({
      imported: 2,
      withPassword: 0,
      skipped: { managed: 0, deleted: 0 },
      importFile: "vnc-cloud-import.json",
      program: "vnc-cloud-import.ts",
    });
    expect(counts()).to.include({ list: 0, details: 2 });
  });

  it("says which named addresses do not exist, all at once, and writes no file", async () => {
    const [known = ""] = seed(connect);
    const result = await run(["gone.gone.gone.gone", known, "gone.gone.gone.too"]);
    expect(result).to.include({ code: 1, output: "" });
    expect(result.errors).to.contain("gone.gone.gone.gone").and.contain("gone.gone.gone.too");
    expect(existsSync(join(folder, "vnc-cloud-import.json"))).to.equal(false);
  });

  it("one of the list that is deleted before it is read is counted, and no error", async () => {
    const [first = ""] = seed(connect, connect);
    fixture.emulator.planFaults([
      { operation: "details", cloudAddress: first, fault: { kind: "status", status: 404 } },
    ]);
    const { output } = await run(["--all", "--json"]);
    expect(JSON.parse(output)).to.deep.include({ imported: 1, skipped: { managed: 0, deleted: 1 } });
  });

  it("says that there is nothing to import, with 0 and without files", async () => {
    expect(await run(["--all"])).to.deep.equal({ code: 0, output: "Nothing to import.\n", errors: "" });
    expect(await readdir(folder)).to.deep.equal([]);
  });

  it("tells the next three steps", async () => {
    seed(connect);
    const { output } = await run(["--all", "--out", "in.json", "--program", "addresses.ts"]);
    expect(output).to.equal(
      "Wrote 1 cloud address.\n" +
        "  1. Run: pulumi import --file in.json --generate-code=false --yes\n" +
        "  2. Paste addresses.ts into the program.\n" +
        "  3. Run: pulumi preview. It shows no changes.\n",
    );
  });

  it("records an ownership marker, and does not declare it as a group", async () => {
    const marker = "iac:shop/prod/connect/viewer/0f1e2d3c4b5a";
    seed({ ...connect, groups: ["support", marker] });
    await run(["--all"]);
    const [entry] = await entries();
    expect(entry?.inputs.groups).to.deep.equal(["support"]);
    expect(entry?.outputs).to.deep.include({ groups: ["support"], __ownership: marker });
    expect(await text("vnc-cloud-import.ts")).not.to.contain("iac:");
  });

  it("names the account in inputs and outputs", async () => {
    const environment = {
      VNC_CLOUD_EU_API_KEY: fixture.environment.VNC_CLOUD_API_KEY,
      VNC_CLOUD_EU_API_SECRET: fixture.environment.VNC_CLOUD_API_SECRET,
    };
    seed(connect);
    await run(["--all", "--account", "eu"], { environment });
    const [entry] = await entries();
    expect(entry?.inputs.account).to.equal("eu");
    expect(entry?.outputs.account).to.equal("eu");
    expect(await text("vnc-cloud-import.ts")).to.contain('account: "eu"');
  });

  it("leaves out what stacks manage, by their exports, but not what they only look up", async () => {
    const [managed = "", lookedUp = ""] = seed(connect, connect);
    const state = [
      settled("managed", fixture.remote(managed)),
      { ...settled("lookedUp", fixture.remote(lookedUp)), external: true },
    ];
    await writeFile(join(folder, "dev.json"), exportOf(state));
    fixture.emulator.clearJournal();
    const { output } = await run(["--all", "--json", "--exclude-managed", "dev.json"]);
    expect(JSON.parse(output)).to.deep.include({ imported: 1, skipped: { managed: 1, deleted: 0 } });
    expect((await entries()).map(({ id }) => id)).to.deep.equal([lookedUp]);
    expect(counts()).to.include({ details: 1 });
  });

  describe("with passwords", () => {
    const password = 'canary "Password" \\1.';
    const envelope = {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      plaintext: JSON.stringify(password),
    };
    const forms: readonly [string, (address: string) => string][] = [
      ["JSON", (address) => JSON.stringify({ [address]: password })],
      ["lines, with a remark and empty ones", (address) => `# mine\r\n\r\n  ${address}\t${password}  \r\n`],
    ];
    for (const [form, write] of forms) {
      it(`from standard input as ${form}: a secret in the file that only its owner reads, and nowhere else`, async () => {
        const [first = "", second = ""] = seed(connect, connect);
        const result = await run(["--all", "--passwords", "-"], { input: write(first) });
        expect(result).to.include({ code: 0, errors: "" });
        const found = new Map((await entries()).map(({ id, outputs }) => [id, outputs.cloudPassword]));
        expect(found.get(first)).to.deep.equal(envelope);
        expect(found.get(second)).to.equal(undefined);
        expect((await stat(join(folder, "vnc-cloud-import.json"))).mode & 0o777).to.equal(0o600);
        expect(result.output).to.contain("delete it after the import").and.not.contain("canary");
        expect(await text("vnc-cloud-import.ts")).not.to.contain("canary");
      });
    }

    it("from a file; those of addresses that are not imported are a warning", async () => {
      const [first = ""] = seed(connect);
      await writeFile(
        join(folder, "passwords.json"),
        JSON.stringify({ [first]: password, "x.x.x.x": password }),
      );
      const result = await run(["--all", "--passwords", "passwords.json", "--json"]);
      expect(JSON.parse(result.output)).to.deep.include({ imported: 1, withPassword: 1 });
      expect(result.errors).to.equal(
        "warning: 1 of the passwords belong to no address that is imported, such as x.x.x.x.\n",
      );
    });

    const faulty: readonly [string, string, RegExp][] = [
      ["a line without a password", "a.b.c.d\n", /line 1 is not an address, a blank and a password/],
      ["two passwords for one address", "a.b.c.d canary1\na.b.c.d canary2\n", /a\.b\.c\.d is there twice/],
      ["JSON with a number", '{"a.b.c.d": 12345678}', /the password of a\.b\.c\.d is not a text/],
      ["a JSON list", '["canary"]', /not an object of addresses and passwords/],
      ["broken JSON", '{"a.b.c.d": "canary', /Standard input is not JSON/],
    ];
    for (const [title, input, error] of faulty) {
      it(`${title} ends with 1 before any request, and is not repeated`, async () => {
        fixture.emulator.clearJournal();
        const result = await run(["--all", "--passwords", "-"], { input });
        expect(result.code).to.equal(1);
        expect(result.errors).to.match(error).and.not.contain("canary").and.not.contain("12345678");
        expect(fixture.emulator.journal()).to.deep.equal([]);
      });
    }
  });

  describe("when it is interrupted", () => {
    const interrupt = async () => {
      const addresses = seed(...many(60));
      await writeFile(join(folder, "vnc-cloud-import.json"), "the file of before");
      fixture.emulator.setLatency(10);
      fixture.emulator.clearJournal();
      const result = await fixture.interrupt(
        ["import", "--all", "--out", join(folder, "vnc-cloud-import.json")],
        40,
      );
      fixture.emulator.setLatency(0);
      return { addresses, result };
    };

    it("ends with one line beside the one about what is kept, and leaves the earlier file whole", async () => {
      const { result } = await interrupt();
      expect(result).to.include({ code: 1, output: "" });
      expect(result.errors).to.match(
        /^What was read \(\d+ cloud addresses\) is kept in .*\.partial: the same command goes on from there\.\nerror: Interrupted\.\n$/,
      );
      expect(await text("vnc-cloud-import.json")).to.equal("the file of before");
      expect((await readdir(folder)).sort()).to.deep.equal([
        "vnc-cloud-import.json",
        "vnc-cloud-import.json.partial",
      ]);
      const { mode } = await stat(join(folder, "vnc-cloud-import.json.partial"));
      expect(mode & 0o777, "for its owner only").to.equal(0o600);
    });

    it("goes on where it was: no address is read twice, and the result is whole", async () => {
      const { addresses } = await interrupt();
      const kept = (await text("vnc-cloud-import.json.partial")).trim().split("\n").length - 1;
      expect(kept).to.be.above(5).and.below(60);
      fixture.emulator.clearJournal();
      const result = await run(["--all"]);
      expect(result.errors).to.match(new RegExp(`^Going on with .*: an earlier run has read ${kept} cloud`));
      expect(counts()).to.include({ details: 60 - kept });
      expect((await entries()).map(({ id }) => id)).to.have.members(addresses);
      expect((await readdir(folder)).sort()).to.deep.equal(["vnc-cloud-import.json", "vnc-cloud-import.ts"]);
    });

    it("half a line that a kill left is read again", async () => {
      const { addresses } = await interrupt();
      const partial = await text("vnc-cloud-import.json.partial");
      await writeFile(join(folder, "vnc-cloud-import.json.partial"), partial.slice(0, -20));
      expect((await run(["--all"])).code).to.equal(0);
      expect((await entries()).map(({ id }) => id)).to.have.members(addresses);
    });

    it("what another key has left is refused", async () => {
      await interrupt();
      const result = await run(["--all", "--account", "eu"]);
      expect(result).to.include({ code: 1, output: "" });
      expect(result.errors).to.contain("another API key or endpoint");
    });

    it("a file that is none of ours is refused and stays as it is", async () => {
      seed(connect);
      await writeFile(join(folder, "vnc-cloud-import.json.partial"), "somebody's notes\nline two\n");
      expect((await run(["--all"])).code).to.equal(1);
      expect(await text("vnc-cloud-import.json.partial")).to.equal("somebody's notes\nline two\n");
    });

    it("a failure keeps what was read as well", async () => {
      seed(...many(20));
      fixture.emulator.planFaults([
        { operation: "details", skip: 15, times: "forever", fault: { kind: "status", status: 500 } },
      ]);
      const result = await run(["--all"]);
      expect(result.code).to.equal(1);
      expect(result.errors).to.contain("is kept in vnc-cloud-import.json.partial");
      fixture.emulator.clearFaults();
      expect((await run(["--all"])).code).to.equal(0);
      expect(await entries()).to.have.length(20);
    });
  });

  it("files that cannot be put in their place leave nothing half-written, and what was read is kept", async () => {
    seed(connect);
    await mkdir(join(folder, "taken.ts"));
    const result = await run(["--all", "--program", "taken.ts"]);
    expect(result).to.include({ code: 1, output: "" });
    expect(result.errors).to.contain("taken.ts");
    expect((await readdir(folder)).sort()).to.deep.equal(["taken.ts", "vnc-cloud-import.json.partial"]);
  });

  it("a folder that does not exist ends with 1 and names the file", async () => {
    seed(connect);
    const result = await run(["--all", "--out", "nowhere/in.json"]);
    expect(result).to.include({ code: 1, output: "" });
    expect(result.errors).to.match(/^error: .*nowhere.in\.json.*\n$/);
  });

  it("shows a progress bar on a terminal, and none elsewhere", async () => {
    seed(...many(5));
    expect((await run(["--all"])).errors).to.equal("");
    await rm(join(folder, "vnc-cloud-import.json"));
    expect((await run(["--all"], { terminal: true })).errors).to.contain("Reading cloud addresses [");
  });

  const unusable: readonly [string, string[], RegExp][] = [
    ["neither addresses nor --all", [], /Give the addresses to import, or --all/],
    ["both", ["a.b.c.d", "--all"], /Give either addresses or --all/],
    ["what is no address", ["a/b", ".."], /a\/b.*\.\./s],
    [
      "a placeholder that does not exist",
      ["--all", "--name-template", "{nmae}"],
      /no placeholder \{nmae\}; there are/,
    ],
    ["one file for two things", ["--all", "--out", "a.ts", "--program", "a.ts"], /are the same file/],
    [
      "standard input for two things",
      ["--all", "--passwords", "-", "--exclude-managed", "-"],
      /can be read for one option only/,
    ],
    ["several faults at once", ["--name-template", "{x}"], /Give the addresses.*no placeholder \{x\}/],
  ];
  for (const [title, words, error] of unusable) {
    it(`${title} ends with 1 before any request`, async () => {
      fixture.emulator.clearJournal();
      const result = await run(words);
      expect(result).to.include({ code: 1, output: "" });
      expect(result.errors).to.match(error);
      expect(fixture.emulator.journal()).to.deep.equal([]);
      expect(await readdir(folder)).to.deep.equal([]);
    });
  }
});
