import { expect } from "chai";
import fc from "fast-check";
import { startEmulator } from "../../../emulator";
import { pairText, truePairs, trueWorlds } from "../../access/oracle/true-world";
import { runInProcess } from "../command/run-in-process";
import { exportedStack, type ExportedAddress } from "./exported-stack";
import { accessOf, exported } from "./exported-world";

interface Listed {
  readonly listeners: readonly {
    readonly cloudAddress: string;
    readonly name: string;
    readonly open: boolean;
    readonly admits: readonly {
      readonly cloudAddress: string;
      readonly name: string;
      readonly via: string[];
    }[];
  }[];
}

const viewers: ExportedAddress[] = [
  { name: "viewer-kim", id: "id-kim", action: "connect", groups: ["support", "on call"] },
  { name: "viewer-lee", id: "id-lee", action: "connect", groups: ["support"] },
  { name: "viewer-max", id: "id-max", action: "connect", groups: ["interns"] },
];
const fleet: ExportedAddress[] = [
  ...["lobby", "canteen", "gate", "roof"].map((key) => ({
    name: `kiosks-${key}`,
    id: `id-${key}`,
    action: "listen",
    accessControl: { groups: ["support"] },
    component: "kiosks",
  })),
  {
    name: "pump",
    id: "id-pump",
    action: "listen",
    accessControl: { groups: ["on call", "sales"], cloudAddresses: ["id-lee", "id-elsewhere"] },
  },
  { name: "test-bench", id: "id-bench", action: "listen" },
];
const files = {
  "viewers.json": exportedStack("viewers/prod", viewers),
  "fleet.json": exportedStack("fleet/prod", fleet),
};
const access = (...words: string[]) => accessOf(files, "viewers.json", "fleet.json", ...words);

describe("vnc-cloud access", () => {
  it("--json is the relation of the documentation's rules, across stacks and API keys", async () => {
    await fc.assert(
      fc.asyncProperty(trueWorlds, fc.nat(8), async (world, cut) => {
        const { code, output } = await accessOf(
          {
            "a.json": exportedStack("a/prod", world.slice(0, cut).map(exported)),
            "b.json": exportedStack("b/prod", world.slice(cut).map(exported)),
          },
          "a.json",
          "b.json",
          "--json",
        );
        expect(code).to.equal(0);
        const { listeners } = JSON.parse(output) as Listed;
        expect(listeners.map(({ cloudAddress }) => cloudAddress)).to.have.members(
          world.filter(({ action }) => action === "listen").map(({ id }) => id),
        );
        const pairs = listeners.flatMap(({ cloudAddress, admits }) =>
          admits.map((from): [string, string[]] => [
            pairText({ id: from.cloudAddress }, { id: cloudAddress }),
            from.via.toSorted(),
          ]),
        );
        expect(pairs.sort()).to.deep.equal([...truePairs(world)].sort());
        for (const { cloudAddress, open } of listeners) {
          const listener = world.find(({ id }) => id === cloudAddress);
          expect(open).to.equal(listener?.accessControl === undefined);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("--json has exactly the members that are documented, one listener a line", async () => {
    const { output } = await access("--json", "--to", "pump");
    expect(output).to.equal(
      '{"listeners":[\n{"cloudAddress":"id-pump","name":"pump","open":false,"admits":[' +
        '{"cloudAddress":"id-kim","name":"viewer-kim","via":["group:on call"]},' +
        '{"cloudAddress":"id-lee","name":"viewer-lee","via":["address"]}]}\n]}\n',
    );
  });

  it("tells people who can reach whom, like addresses in one line", async () => {
    const { output } = await access();
    expect(output).to.contain("3 connect addresses, 6 listen addresses\n");
    expect(output).to.contain("viewer-kim, viewer-lee (support) → all 4 listeners of kiosks in fleet/prod\n");
    expect(output).to.contain("viewer-lee (by its address) → pump\n");
    expect(output).to.contain("viewer-kim, viewer-lee, viewer-max (open listener) → test-bench\n");
    expect(output).to.contain("open-listener: ");
  });

  it("--to tells who can reach an address, and whom its list admits that is not here", async () => {
    const { output } = await access("--to", "pump");
    expect(output).to.match(/^viewer-kim +viewers\/prod +pump +fleet\/prod +on call +id-kim$/m);
    expect(output).to.match(/^viewer-lee .* by its address +id-lee$/m);
    expect(output).to.contain("pump also admits the group sales, of which nobody here is a member.");
    expect(output).to.contain("pump also admits id-elsewhere, which is none of the addresses looked at.");
  });

  it("--from tells whom an address can reach, and which of its groups nobody here names", async () => {
    const { output } = await access("--from", "viewer-max");
    expect(output).to.match(/^viewer-max .* test-bench .* open listener +id-bench$/m);
    expect(output).to.contain("viewer-max is in the group interns, which no access list here names.");
  });

  it("--groups summarises by group, for people and for machines", async () => {
    expect((await access("--groups")).output).to.match(
      /^support +viewer-kim, viewer-lee +all 4 listeners of kiosks in fleet\/prod$/m,
    );
    const { groups } = JSON.parse((await access("--groups", "--json")).output) as { groups: object[] };
    expect(groups).to.deep.include({
      group: "on call",
      members: [{ cloudAddress: "id-kim", name: "viewer-kim" }],
      listeners: [{ cloudAddress: "id-pump", name: "pump" }],
    });
  });

  it("--mermaid draws like addresses as one box", async () => {
    const { output } = await access("--mermaid");
    expect(output).to.match(/^flowchart LR\n/);
    expect(output).to.contain('["all 4 listeners of kiosks in fleet/prod"]');
    expect(output).to.contain("|by address|");
  });

  const mistakes: [string, string[], string][] = [
    ["an address that is not there", ["--to", "nobody"], 'no address has the id or name "nobody"'],
    ["a connect address as the target", ["--to", "viewer-kim"], "tells --from"],
    ["a listen address as the source", ["--from", "pump"], "tells --to"],
    ["two forms at once", ["--json", "--html"], "cannot be used with"],
  ];
  for (const [what, words, message] of mistakes) {
    it(`says what is wrong with ${what}`, async () => {
      const { code, errors } = await access(...words);
      expect(code).to.equal(1);
      expect(errors).to.contain(message);
    });
  }

  it("takes what the program keeps secret for possible, and says so", async () => {
    const secret = {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      ciphertext: "x",
    };
    const hidden = { name: "vault", id: "id-vault", action: "listen", accessControl: secret };
    const { output, errors } = await accessOf(
      { ...files, "vault.json": exportedStack("vault/prod", [hidden]) },
      "viewers.json",
      "vault.json",
      "--json",
    );
    expect(output).to.contain('"via":["group","address","open"],"certain":false');
    expect(errors).to.contain("vault keeps its groups or access control secret");
  });

  it("--live asks the service, names what stacks know, and tells what is gone", async () => {
    const account = { apiKey: "key", apiSecret: "secret" };
    const emulator = await startEmulator({ accounts: [account] });
    try {
      const environment = {
        VNC_CLOUD_ENDPOINT: emulator.endpoint,
        VNC_CLOUD_API_KEY: account.apiKey,
        VNC_CLOUD_API_SECRET: account.apiSecret,
      };
      const create = async (body: object): Promise<string> => {
        const answer = await fetch(`${emulator.endpoint}/static-address`, {
          method: "POST",
          headers: {
            "Content-Type": "application/json",
            Accept: "application/json",
            Authorization: `Basic ${Buffer.from("key:secret").toString("base64")}`,
          },
          body: JSON.stringify(body),
        });
        return ((await answer.json()) as { cloudAddress: string }).cloudAddress;
      };
      const from = await create({ allowedActions: ["connect"], groups: ["support"] });
      const to = await create({ allowedActions: ["listen"], accessControl: { groups: ["support"] } });
      const { createHash } = await import("node:crypto");
      const key = createHash("sha256").update("pulumi-vnc-cloud:api-key:key").digest("hex").slice(0, 12);
      const stack = exportedStack("shop/prod", [
        { name: "viewer", id: from, action: "connect", key },
        { name: "gone", id: "a.b.c.d", action: "listen", key },
      ]);
      const { output, errors } = await runInProcess(["access", "--live", "-", "--json"], {
        input: stack,
        environment,
      });
      const admits = [{ cloudAddress: from, name: "viewer", via: ["group:support"] }];
      expect(JSON.parse(output)).to.deep.equal({
        listeners: [{ cloudAddress: to, name: to, open: false, admits }],
      });
      expect(errors).to.contain("gone of shop/prod is not at the service any more");
      const bare = await runInProcess(["access", "--live"], { environment });
      expect(bare.output).to.contain(`${from} (support) → ${to}`);
    } finally {
      await emulator.close();
    }
  });
});
