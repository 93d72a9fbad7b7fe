import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { killEngines } from "./support/kill-engines";
import { countsOf, Stack, writesOf } from "./support/stack";

const count = 60;
const recorded = 20;
const unrecorded = 8;

/** Viewers, servers that admit them, and nothing open: what can carry a marker. */
const program = (addresses: number): string => `
  for (let n = 0; n < ${addresses}; n += 1) {
    new CloudAddress("address-" + n, n % 2
      ? { action: "connect", groups: ["support"] }
      : { action: "listen", accessControl: { groups: ["support"] } });
  }
`;

describe("creates that were interrupted, under the real engine", function () {
  this.timeout(180_000);

  const held = ({ emulator }: Stack): string[] =>
    emulator.snapshot().addresses.map(({ cloudAddress }) => cloudAddress);

  async function until(condition: () => boolean): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (!condition()) {
      if (Date.now() > deadline) throw new Error("The run never came that far.");
      await sleep(10);
    }
  }

  /**
   * Kills the CLI, its programs and its providers in the middle of an `up`: some addresses are recorded, some made but
   * not recorded, the others not made yet.
   */
  async function killInTheMiddle(stack: Stack): Promise<{ unknown: string[]; pending: number }> {
    const { emulator } = stack;
    emulator.setLatency(20);
    const up = stack.attempt("up", "--yes", "--skip-preview");
    const details = () => emulator.journal().filter(({ operation }) => operation === "details").length;
    await until(() => details() >= recorded);
    emulator.setReadiness({ mode: "manual" });
    const isPending = () =>
      emulator.snapshot().addresses.filter(({ changes }) => changes === "pending").length;
    await until(() => isPending() >= unrecorded);
    await killEngines();
    expect((await up).exitCode).not.to.equal(0);
    emulator.setLatency(0);
    emulator.setReadiness({ mode: "immediate" });
    emulator.releaseReadiness();
    await stack.pulumi("cancel", "--yes");
    const known = new Set(Object.values(await stack.state()).map(({ id }) => id));
    const { stdout } = await stack.pulumi("stack", "export");
    const { deployment } = JSON.parse(stdout) as { deployment: { pending_operations?: unknown[] } };
    return {
      unknown: held(stack).filter((id) => !known.has(id)),
      pending: deployment.pending_operations?.length ?? 0,
    };
  }

  describe("without ownership markers", () => {
    let stack: Stack;
    before(async () => (stack = await Stack.create(program(count))));
    after(() => stack.dispose());

    it("a killed run leaves orphans, as many as the state's pending operations explain at most", async () => {
      const { unknown, pending } = await killInTheMiddle(stack);
      expect(unknown.length).to.be.within(unrecorded, pending);
      const up = await stack.up();
      expect(Object.keys(await stack.state())).to.have.length(count);
      expect(held(stack)).to.include.members(unknown);
      expect(held(stack)).to.have.length(count + unknown.length);
      expect(writesOf(up)).not.to.include("reset");
      for (const id of unknown) stack.emulator.deleteAddress(id);
      await stack.expectSettled();
    });

    it("A52: a create whose answer was lost is not sent again, and the error says when it was sent and what to run", async () => {
      await stack.write(program(count + 1));
      stack.emulator.planFaults([{ operation: "create", fault: { kind: "commitThenReset" } }]);
      const up = await stack.attempt("up", "--yes", "--skip-preview");
      expect(up.exitCode).not.to.equal(0);
      expect(countsOf(up)).to.deep.equal({ create: 1 });
      expect(up.stdout).to.match(/not known \(sent \d{4}-\d\d-\d\dT[\d:.]+Z\).*"npx vnc-cloud audit"/);
      expect(held(stack)).to.have.length(count + 1);
    });
  });

  describe("with ownership markers", () => {
    let stack: Stack;
    before(async () => {
      stack = await Stack.create(program(count), { environment: { VNC_CLOUD_OWNERSHIP_GROUP: "iac" } });
    });
    after(() => stack.dispose());

    it("the next up takes over what a killed run made: nothing twice, and every password is valid", async () => {
      const { unknown } = await killInTheMiddle(stack);
      const before = held(stack);
      expect(unknown.length).to.be.at.least(unrecorded);
      const up = await stack.up();
      const { create, reset } = countsOf(up);
      expect({ create, reset }).to.deep.equal({ create: count - before.length, reset: unknown.length });
      expect(held(stack)).to.include.members(before);
      expect(held(stack)).to.have.length(count);
      expect(up.stdout.match(/was made for this resource by an earlier create/g)?.length).to.be.at.least(
        unknown.length,
      );
      await stack.expectSettled();
      expect(Object.keys(await stack.passwords())).to.have.length(count);
    });

    it("A52: a create whose answer was lost recovers by itself, without a second POST", async () => {
      await stack.write(program(count + 1));
      stack.emulator.planFaults([{ operation: "create", fault: { kind: "commitThenReset" } }]);
      const up = await stack.up();
      const { create, reset } = countsOf(up);
      expect({ create, reset }).to.deep.equal({ create: 1, reset: 1 });
      expect(held(stack)).to.have.length(count + 1);
      await stack.expectSettled();
    });

    it("a resource that moves under a component without an alias is made anew, and what it was is deleted", async () => {
      await stack.write(`
        class Site extends pulumi.ComponentResource {
          constructor() {
            super("shop:index:Site", "site");
            new CloudAddress("address-1", { action: "connect", groups: ["support"] }, { parent: this });
          }
        }
        new Site();
        new CloudAddress("address-0", { action: "listen", accessControl: { groups: ["support"] } });
      `);
      const up = await stack.up();
      const { create, reset } = countsOf(up);
      expect({ create, reset }).to.deep.equal({ create: 1, reset: undefined });
      expect(held(stack)).to.have.length(2);
      await stack.expectSettled();
    });
  });
});
