import { expect } from "chai";
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EmulatorOptions } from "../../../emulator";
import { Caller } from "../caller/caller";

describe("emulator: data file", () => {
  let folder: string;
  let data: string;
  let open: Caller[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "emulator-"));
    data = join(folder, "state.json");
  });
  afterEach(async () => {
    await Promise.all(open.map((caller) => caller.close()));
    open = [];
    await rm(folder, { recursive: true });
  });

  const start = async (options: EmulatorOptions = {}) => {
    const caller = await Caller.start({ data, ...options });
    open.push(caller);
    return caller;
  };

  it("addresses, passwords, versions and the order survive a restart", async () => {
    const first = await start();
    const { cloudAddress, cloudPassword } = (await first.post({ allowedActions: ["connect"], groups: ["a"] }))
      .json;
    await first.create({ allowedActions: ["listen"], accessControl: { cloudAddresses: [cloudAddress] } });
    await first.put(cloudAddress, { allowedActions: ["connect"], groups: ["b"] });
    const gone = await first.create();
    await first.call("DELETE", `/${gone}`);
    const before = first.emulator.snapshot();
    await first.close();

    const second = await start();
    expect(second.emulator.snapshot()).to.deep.equal(before);
    expect(second.emulator.verifyPassword(cloudAddress, cloudPassword)).to.be.true;
    expect(await second.listAll("?limit=1")).to.deep.equal(
      before.addresses.map((address) => address.cloudAddress),
    );
  });

  it("a cursor given before a restart goes on after it, and a new address comes last", async () => {
    const first = await start();
    const all = [await first.create(), await first.create(), await first.create()];
    const { link } = (await first.call("GET", "?limit=1")).headers;
    await first.call("DELETE", `/${all[2]}`);
    await first.close();
    const second = await start();
    const added = await second.create();
    const query = /\?([^>]*)/.exec(link as string)![0];
    expect(await second.listAll(query)).to.deep.equal([all[1], added]);
  });

  it("pending addresses wait on after a restart: for a release, their polls, or their time", async () => {
    let now = 1_000_000;
    const clock = () => now;
    const first = await start({ clock, readiness: { mode: "manual" } });
    const byHand = await first.create();
    first.emulator.setReadiness({ mode: "polls", polls: 2 });
    const byPolls = await first.create();
    await first.changes(byPolls);
    first.emulator.setReadiness({ mode: "delay", milliseconds: 1000 });
    const byTime = await first.create();
    await first.close();

    now += 500;
    const second = await start({ clock });
    const all = async () => [
      await second.changes(byHand),
      await second.changes(byPolls),
      await second.changes(byTime),
    ];
    expect(await all()).to.deep.equal(["pending", "pending", "pending"]);
    now += 500;
    second.emulator.releaseReadiness(byHand);
    expect(await all()).to.deep.equal(["none", "none", "none"]);
  });

  it("the file is for its owner only, and no other file is left behind", async () => {
    const caller = await start();
    await caller.create();
    await caller.close();
    expect((await stat(data)).mode & 0o777).to.equal(0o600);
    expect(await readdir(folder)).to.deep.equal(["state.json"]);
  });

  it("the file has no API key and no secret", async () => {
    const caller = await start({ accounts: [{ apiKey: "emulator", apiSecret: "emulator" }] });
    await caller.create();
    await caller.close();
    expect((await readFile(data, "utf8")).replace("vnc-cloud-emulator/1", "")).not.to.contain("emulator");
  });

  it("changes reach the file without a close, and many changes share a write", async () => {
    const caller = await start();
    const made: string[] = [];
    for (let count = 0; count < 50; count += 1) {
      made.push(await caller.create());
    }
    let stored = "";
    while (!made.every((address) => stored.includes(address))) {
      stored = await readFile(data, "utf8");
    }
    expect(JSON.parse(stored)).to.have.property("addresses").with.length(50);
  });

  it("reset empties the file", async () => {
    const first = await start();
    await first.create();
    first.emulator.reset();
    await first.close();
    const second = await start();
    expect(second.emulator.snapshot().addresses).to.deep.equal([]);
  });

  it("addresses of a key that is not known this time stay in the file and are nobody's", async () => {
    const first = await start();
    const address = await first.create();
    await first.close();
    const second = await start({ accounts: [{ apiKey: "other", apiSecret: "other" }] });
    expect((await second.details(address)).status).to.equal(401);
    await second.close();
    const third = await start();
    expect((await third.details(address)).status).to.equal(200);
  });

  for (const [name, content] of [
    ["is no JSON", "not json"],
    ["is of something else", '{"format":"other","addresses":[]}'],
    [
      "has a broken address",
      '{"format":"vnc-cloud-emulator/1","lastSequence":1,"addresses":[{"cloudAddress":1}]}',
    ],
  ] as const) {
    it(`a file that ${name} stops the start, and is left as it is`, async () => {
      await writeFile(data, content);
      const error = await start().catch((reason: Error) => reason);
      expect(error).to.be.instanceOf(Error);
      expect((error as Error).message).to.contain(data);
      expect(await readFile(data, "utf8")).to.equal(content);
    });
  }

  it("a path that cannot be written stops the start", async () => {
    const error = await start({ data: join(folder, "missing", "state.json") }).catch(
      (reason: Error) => reason,
    );
    expect((error as Error).message).to.match(/cannot write its data file .*missing/);
  });
});
