import { EventEmitter } from "node:events";
import { PassThrough } from "node:stream";
import { expect } from "chai";
import { runCommandLine } from "../../../cli/command/run-command-line";
import type { SeedAddress } from "../../../emulator";
import { CommandFixture, eu } from "../service/command-fixture";

const connect: SeedAddress = { allowedActions: ["connect"], groups: ["support", "on call"] };
const closed: SeedAddress = { allowedActions: ["listen"], accessControl: { groups: ["support"] } };

describe("vnc-cloud list", () => {
  let fixture: CommandFixture;
  before(async () => (fixture = await CommandFixture.start()));
  after(() => fixture.stop());
  beforeEach(() => fixture.emulator.reset());

  it("prints one address on each line, with one request for 99 of them (rule 35)", async () => {
    const addresses = fixture.emulator.seed(Array.from({ length: 120 }, () => connect));
    fixture.emulator.clearJournal();
    const { code, output, errors } = await fixture.run(["list"]);
    expect({ code, errors }).to.deep.equal({ code: 0, errors: "" });
    expect(output).to.equal(addresses.map((address) => `${address}\n`).join(""));
    const requests = fixture.emulator.journal().map(({ operation, query }) => `${operation} ${query}`);
    expect(requests).to.have.length(2);
    for (const request of requests) expect(request).to.match(/^list .*\blimit=99\b/);
  });

  it("prints nothing, or an empty array, for an empty account (A33)", async () => {
    expect(await fixture.run(["list"])).to.deep.equal({ code: 0, output: "", errors: "" });
    expect((await fixture.run(["list", "--json"])).output).to.equal('{"cloudAddresses":[]}\n');
    expect((await fixture.run(["list", "--details"])).output).to.equal("");
  });

  it("--json is one object with the names", async () => {
    const addresses = fixture.emulator.seed([connect, closed]);
    const { output } = await fixture.run(["list", "--json"]);
    expect(JSON.parse(output)).to.deep.equal({ cloudAddresses: addresses });
    expect(output.split("\n")).to.have.length(5);
  });

  it("--details --json has the characteristics and the ETag of each", async () => {
    const [viewer, server, open] = fixture.emulator.seed([connect, closed, { allowedActions: ["listen"] }]);
    const { output } = await fixture.run(["list", "--details", "--json"]);
    const { cloudAddresses } = JSON.parse(output) as { cloudAddresses: object[] };
    expect(cloudAddresses).to.have.deep.members([
      { cloudAddress: viewer, action: "connect", groups: ["support", "on call"], etag: "1" },
      { cloudAddress: server, action: "listen", accessControl: { groups: ["support"] }, etag: "1" },
      { cloudAddress: open, action: "listen", etag: "1" },
    ]);
  });

  it("--details is a table that says whom each address admits (rule 20)", async () => {
    const [viewer, server, open, named] = fixture.emulator.seed([
      connect,
      closed,
      { allowedActions: ["listen"] },
      { allowedActions: ["connect"] },
    ]);
    const { output } = await fixture.run(["list", "--details"], { environment: { VNC_CLOUD_PARALLEL: "1" } });
    expect(output.replaceAll(/ +/g, " ")).to.equal(
      "ACTION CLOUD ADDRESS ETAG ACCESS\n" +
        `connect ${viewer} 1 groups "support", "on call"\n` +
        `listen ${server} 1 admits groups "support"\n` +
        `listen ${open} 1 open to every connect address of the API key\n` +
        `connect ${named} 1 no groups\n`,
    );
  });

  it("an address that is deleted while the list is read is a warning", async () => {
    const [first = "", second] = fixture.emulator.seed([connect, connect]);
    fixture.emulator.planFaults([
      { operation: "details", cloudAddress: first, fault: { kind: "status", status: 404 } },
    ]);
    const { code, output, errors } = await fixture.run(["list", "--details", "--json"]);
    expect(code).to.equal(0);
    expect(output).to.contain(second).and.not.contain(first);
    expect(errors).to.equal(`warning: ${first} was deleted while the list was read.\n`);
  });

  it("--account lists the addresses of that account, and no others (A31)", async () => {
    fixture.emulator.seed([connect]);
    const [other] = fixture.emulator.seed([{ ...connect, apiKey: eu.apiKey }]);
    expect((await fixture.run(["list", "--account", "eu"])).output).to.equal(`${other}\n`);
  });

  it("a failure on the way ends with 1, and what was printed is no complete JSON", async () => {
    fixture.emulator.seed(Array.from({ length: 120 }, () => connect));
    fixture.emulator.planFaults([
      { operation: "list", skip: 1, times: "forever", fault: { kind: "status", status: 500 } },
    ]);
    const { code, output, errors } = await fixture.run(["list", "--json"]);
    expect(code).to.equal(1);
    expect(errors).to.match(/^error: Could not list the cloud addresses: .*500.*\n$/);
    expect(() => JSON.parse(output) as unknown).to.throw();
  });

  const unusable: readonly [string, string[], NodeJS.ProcessEnv, RegExp][] = [
    [
      "credentials that are missing",
      [],
      { VNC_CLOUD_API_KEY: "", VNC_CLOUD_API_SECRET: undefined },
      /missing: set the environment variables VNC_CLOUD_API_KEY and VNC_CLOUD_API_SECRET/,
    ],
    [
      "those of an account",
      ["--account", "asia pacific"],
      {},
      /of the account "asia pacific" are missing: .*VNC_CLOUD_ASIA_PACIFIC_API_KEY/,
    ],
    ["a secret that is wrong", [], { VNC_CLOUD_API_SECRET: "canary-wrong" }, /\(401\).*VNC_CLOUD_API_SECRET/],
    [
      "an endpoint that is wrong",
      [],
      { VNC_CLOUD_ENDPOINT: "http://vnc.invalid" },
      /VNC_CLOUD_ENDPOINT must use https/,
    ],
    ["a number that is none", [], { VNC_CLOUD_PARALLEL: "many" }, /VNC_CLOUD_PARALLEL/],
  ];
  for (const [title, words, environment, error] of unusable) {
    it(`${title}: one message that names the variable, and 1`, async () => {
      const result = await fixture.run(["list", ...words], { environment });
      expect(result).to.include({ code: 1, output: "" });
      expect(result.errors)
        .to.match(error)
        .and.match(/^error: .*\n$/)
        .and.not.contain("canary");
    });
  }

  it("a reader that goes away ends it with 0 and without a message", async () => {
    fixture.emulator.seed(Array.from({ length: 500 }, () => connect));
    const [output, errors] = [new PassThrough({ highWaterMark: 1 }), new PassThrough()];
    output.once("data", () => output.destroy(Object.assign(new Error("write EPIPE"), { code: "EPIPE" })));
    const code = await runCommandLine(["list"], {
      input: new PassThrough(),
      output,
      errors,
      environment: fixture.environment,
      directory: fixture.directory,
      signals: new EventEmitter(),
    });
    expect(code).to.equal(0);
    expect(errors.read()).to.equal(null);
  });

  it("Ctrl+C ends it with one line", async () => {
    fixture.emulator.seed(Array.from({ length: 50 }, () => connect));
    fixture.emulator.setLatency(20);
    fixture.emulator.clearJournal();
    const { code, errors } = await fixture.interrupt(["list", "--details"], 5);
    expect({ code, errors }).to.deep.equal({ code: 1, errors: "error: Interrupted.\n" });
  });
});
