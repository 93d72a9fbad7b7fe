import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { runInProcess } from "../cli/command/run-in-process";
import { Stack } from "./support/stack";

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

const program = (kim: string, guard = "", more = ""): string => `
  ${guard}
  const kim = new CloudAddress("viewer-kim", { action: "connect", groups: ${kim} });
  const lee = new CloudAddress("viewer-lee", { action: "connect", groups: ["sales"] });
  const kiosks = new vnc.DeviceFleet("kiosks", {
    devices: { lobby: {}, canteen: {} },
    accessControl: { groups: ["support"] },
  });
  const pump = new CloudAddress("pump", { action: "listen", accessControl: { cloudAddresses: [lee.cloudAddress] } });
  ${more}
`;

const urn = (name: string) => `urn:pulumi:dev::test::pulumi-nodejs:dynamic/vnc-cloud:CloudAddress::${name}`;

describe("access under the real engine", function () {
  this.timeout(180_000);
  let stack: Stack;
  let ids: Record<string, string>;

  before(async () => {
    stack = await Stack.create(program('["sales"]'));
    await stack.up();
    ids = Object.fromEntries(Object.entries(await stack.state()).map(([name, { id }]) => [name, id]));
  });
  after(() => stack.dispose());

  /** What `access diff` says of a preview of this program against the exported state. */
  async function difference(text: string, ...args: string[]): Promise<Difference> {
    await stack.write(text);
    const exported = await stack.pulumi("stack", "export");
    const preview = await stack.pulumi("preview", "--json", ...args);
    expect(preview.exitCode, preview.stdout).to.equal(0);
    await writeFile(join(stack.folder, "state.json"), exported.stdout);
    await writeFile(join(stack.folder, "preview.json"), preview.stdout);
    const told = await runInProcess(["access", "diff", "state.json", "preview.json", "--json"], {
      directory: stack.folder,
    });
    expect(told.code, told.errors).to.equal(0);
    return JSON.parse(told.output) as Difference;
  }

  it("tells from a preview what a new group of a viewer opens, and nothing else", async () => {
    const { opened, closed, unknown } = await difference(program('["sales", "support"]'));
    expect(opened).to.have.deep.members(
      ["kiosks-lobby", "kiosks-canteen"].map((name) => ({
        from: ids["viewer-kim"],
        to: ids[name],
        via: ["group:support"],
      })),
    );
    expect({ closed, unknown }).to.deep.equal({ closed: [], unknown: [] });
  });

  it("names a new address by its URN, and is not certain of a list that is only known after the update", async () => {
    const more =
      'const max = new CloudAddress("viewer-max", { action: "connect" });' +
      'new CloudAddress("valve", { action: "listen", accessControl: { cloudAddresses: [max.cloudAddress] } });';
    const { opened, closed, unknown } = await difference(program('["sales"]', "", more));
    expect({ opened, closed }).to.deep.equal({ opened: [], closed: [] });
    expect(unknown).to.deep.equal([
      {
        from: urn("viewer-max"),
        to: urn("valve"),
        via: ["address"],
        change: "mayOpen",
        notKnown: [`addresses that it admits of ${urn("valve")}`],
      },
    ]);
  });

  it("fails the preview for a path that assertAccess forbids, and tells which and why", async () => {
    const guard =
      'vnc.assertAccess({ never: { from: { group: "sales" }, to: { name: "kiosks-*" } }, because: "sales stays out" });';
    await stack.write(program('["sales"]', guard));
    expect((await stack.preview()).stdout).not.to.contain("Forbidden");
    await stack.write(program('["sales", "support"]', guard));
    const { exitCode, stdout } = await stack.attempt("preview");
    expect(exitCode).not.to.equal(0);
    expect(stdout).to.contain(
      'Forbidden access (sales stays out): never from group "sales" to name "kiosks-*".',
    );
    expect(stdout).to.match(/viewer-kim -> kiosks-lobby \(support\)\n/);
    expect(stdout).not.to.match(/^\s+at .*\.js:\d+/m);
  });

  it("takes what is not known in the preview for a forbidden path", async () => {
    const guard = 'vnc.assertAccess({ never: { from: { group: "interns" }, to: { name: "valve" } } });';
    const more =
      'const max = new CloudAddress("viewer-max", { action: "connect" });' +
      'new CloudAddress("valve", { action: "listen", accessControl: { groups: [max.cloudAddress] } });';
    await stack.write(program('["sales"]', guard, more));
    const { exitCode, stdout } = await stack.attempt("preview");
    expect(exitCode).not.to.equal(0);
    expect(stdout).to.contain("perhaps, since not everything is known yet: ");
  });
});
