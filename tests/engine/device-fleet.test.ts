import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "chai";
import { countsOf, Stack } from "./support/stack";

const devices = (numbers: readonly number[], extra: string): string => `
  const devices = {};
  for (const n of ${JSON.stringify(numbers)}) devices["SN-" + n] = { cohort: n < 10 ? "canary" : "rest" };
  ${extra}
`;
const fleet = (canary: number, rest: number): string => `
  const fleet = new vnc.DeviceFleet("kiosks", {
    devices,
    accessControl: { groups: ["support"] },
    cohorts: { canary: { passwordVersion: ${canary} }, rest: { passwordVersion: ${rest} } },
  });
  exports.inventory = fleet.inventory;
  exports.credentials = fleet.credentials;
`;
const numbers = Array.from({ length: 200 }, (_, index) => index);

describe("a fleet of 200 devices under the real engine", function () {
  this.timeout(240_000);
  let stack: Stack;
  const kiosk = 'new CloudAddress("kiosk-7", { action: "listen", accessControl: { groups: ["support"] } });';
  before(async () => (stack = await Stack.create(devices(numbers, kiosk) + fleet(1, 1))));
  after(() => stack.dispose());

  it("has an address for each device, an inventory, and credentials that are a secret, over 16 connections at most", async () => {
    const up = await stack.up();
    expect(countsOf(up)).to.deep.equal({ create: 201, ready: 201, details: 201 });
    expect(new Set(up.requests.map(({ connection }) => connection)).size).to.be.at.most(16);
    const { inventory, credentials } = await stack.outputs();
    const state = await stack.state();
    expect(credentials).to.equal("[secret]");
    expect(Object.keys(inventory as object)).to.have.length(200);
    expect(inventory).to.include({ "SN-7": state["kiosks-SN-7"]?.id });
    const passwords = await stack.passwords();
    expect(await stack.output("credentials")).to.deep.include({
      "SN-7": { cloudAddress: state["kiosks-SN-7"]?.id, cloudPassword: passwords["kiosks-SN-7"] },
    });
  });

  it("adding one and removing one touches exactly these", async () => {
    await stack.write(devices([...numbers.slice(1), 200], kiosk) + fleet(1, 1));
    const up = await stack.up();
    expect(up.operations).to.deep.equal({ "kiosks-SN-200": "create", "kiosks-SN-0": "delete" });
    expect(countsOf(up)).to.deep.equal({ create: 1, ready: 1, details: 1, delete: 1 });
  });

  it("rotates in waves: a cohort's passwordVersion resets its devices, while an address moves into the fleet as it is", async () => {
    const before = await stack.state();
    const moved = 'devices["SN-7b"] = { aliases: [{ name: "kiosk-7", parent: pulumi.rootStackResource }] };';
    await stack.write(devices([...numbers.slice(1), 200], moved) + fleet(2, 1));
    const up = await stack.up();
    expect(countsOf(up)).to.deep.equal({ reset: 9, ready: 9, details: 9 });
    const after = await stack.state();
    expect(after["kiosks-SN-7b"]?.id).to.equal(before["kiosk-7"]?.id);
    expect(Object.keys(up.operations).filter((name) => !/-SN-[1-9]$/.test(name))).to.deep.equal([]);
    await stack.expectSettled();
  });
});

describe("the example of a fleet", function () {
  this.timeout(180_000);
  let stack: Stack;
  before(async () => {
    const environment = { PULUMI_NODEJS_TRANSPILE_ONLY: "true" };
    stack = await Stack.create({ example: "device-fleet" }, { environment });
  });
  after(() => stack.dispose());

  it("takes a device more from its inventory file, and rotates the canaries", async () => {
    await stack.up();
    await stack.expectSettled();
    const file = join(stack.program, "devices.json");
    const inventory = JSON.parse(await readFile(file, "utf8")) as object;
    await writeFile(file, JSON.stringify({ ...inventory, "SN-0004": { cohort: "rest" } }));
    await stack.edit("index.ts", "canary: { passwordVersion: 1 }", "canary: { passwordVersion: 2 }");
    const up = await stack.up();
    expect(up.operations).to.deep.equal({ "kiosks-SN-0001": "update", "kiosks-SN-0004": "create" });
    expect(countsOf(up)).to.deep.equal({ create: 1, reset: 1, ready: 2, details: 2 });
  });
});
