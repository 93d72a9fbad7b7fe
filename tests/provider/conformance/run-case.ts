import { expect } from "chai";
import { startEmulator, type Emulator } from "../../../emulator";
import { faults } from "../../client/conformance/conformance-case";
import { HostError, type Bag, type DynamicHost } from "../../support/dynamic-host";
import type { ConformanceCase, Operation } from "./conformance-case";

/** An emulator of its own for each case, all of which one host reaches: as accounts of one configuration. */
export class CaseAccounts {
  readonly #emulators: Emulator[];

  private constructor(emulators: Emulator[]) {
    this.#emulators = emulators;
  }

  static async start(count: number): Promise<CaseAccounts> {
    return new CaseAccounts(await Promise.all(Array.from({ length: count }, () => startEmulator())));
  }

  /** The value of `vnc-cloud:accounts`. */
  get configuration(): string {
    const accounts = this.#emulators.map(({ endpoint }, index) => [
      this.name(index),
      { apiKey: "emulator", apiSecret: "emulator", endpoint },
    ]);
    return JSON.stringify(Object.fromEntries(accounts));
  }

  name(index: number): string {
    return `case-${index}`;
  }

  emulator(index: number): Emulator {
    return this.#emulators[index] as Emulator;
  }

  async close(): Promise<void> {
    await Promise.all(this.#emulators.map((emulator) => emulator.close()));
  }
}

/** What the engine holds of the address between two calls. */
interface Held {
  readonly id?: string;
  readonly state?: Bag;
}

interface Outcome extends Held {
  readonly kind: "done" | "partial" | "error";
  readonly message?: string;
}

/**
 * Runs one case and the next run of the engine after the fault has passed.
 *
 * @returns the outcome as the table writes it: `done 4`; `partial 3 then 2`, `error 1 orphan then 3`. The numbers are
 *   requests, `then` is what the next run needs to make good.
 */
export async function runCase(
  { fault: name, operation, request, times }: ConformanceCase,
  host: DynamicHost,
  emulator: Emulator,
  account: string,
): Promise<string> {
  const before = { action: "connect", groups: ["before"], account };
  const wanted = wantedInputs[operation](before);
  const start: Held = operation === "create" ? {} : await host.create(before);
  emulator.clearJournal();
  const { fault } = faults[name]!;
  emulator.planFaults([{ operation: request as "create", times, fault }]);

  const outcome = await call(host, operation, start, wanted);
  const requests = emulator.journal().length;
  expect(
    emulator.faults().every(({ completed }) => completed),
    "every planned fault happened",
  ).to.equal(true);
  expectWritesOnce(emulator, operation);
  emulator.clearFaults();
  emulator.clearJournal();

  const held = emulator.snapshot().addresses.map(({ cloudAddress }) => cloudAddress);
  const orphans = held.filter((cloudAddress) => cloudAddress !== outcome.id);
  if (orphans.length > 0) expect(outcome.message, "the report of an orphan").to.match(/vnc-cloud audit/);
  const text = [outcome.kind, requests, ...(orphans.length > 0 ? ["orphan"] : [])].join(" ");
  if (outcome.kind === "done") {
    expectAsWanted(emulator, operation, outcome, wanted, orphans);
    return text;
  }
  const next = operation === "create" && outcome.kind === "partial" ? "update" : operation;
  const healed = await call(host, next, outcome, wanted);
  expect(healed.message, "the next run").to.equal(undefined);
  expectAsWanted(emulator, operation, healed, wanted, orphans);
  return `${text} then ${emulator.journal().length}`;
}

const wantedInputs: Readonly<Record<Operation, (before: Bag) => Bag>> = {
  create: (before) => before,
  read: (before) => before,
  update: (before) => ({ ...before, groups: ["after"] }),
  rotate: (before) => ({ ...before, passwordVersion: 2 }),
  delete: (before) => before,
};

/** One call of the engine, by its rules of what it keeps. */
async function call(host: DynamicHost, operation: Operation, held: Held, inputs: Bag): Promise<Outcome> {
  const { id = "", state = {} } = held;
  try {
    switch (operation) {
      case "create":
        return { kind: "done", ...(await host.create(inputs)) };
      case "read": {
        const result = await host.read(id, state);
        expect(result.id, "an address that exists is not gone").to.equal(id);
        return { kind: "done", id, state: result.state };
      }
      case "update":
      case "rotate":
        return { kind: "done", id, state: await host.update(id, state, inputs) };
      case "delete":
        await host.delete(id, state);
        return { kind: "done" };
    }
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const { message, partial } = error;
    expect(message, "no stack in a message").not.to.match(/^\s+at /m);
    if (partial === undefined) return { kind: "error", message, ...held };
    return { kind: "partial", message, id: partial.id, state: partial.properties };
  }
}

/** No address is made twice, and no write goes out without a condition. */
function expectWritesOnce(emulator: Emulator, operation: Operation): void {
  const made = emulator.snapshot().addresses.length;
  expect(made, "addresses made").to.be.below(2);
  if (operation === "create") return;
  const writes = emulator.journal().filter(({ method }) => method !== "GET");
  for (const { ifMatch, operation: written } of writes) expect(ifMatch, written).to.match(/^"\d+"$/);
}

function expectAsWanted(
  emulator: Emulator,
  operation: Operation,
  { id, state = {} }: Held,
  wanted: Bag,
  orphans: readonly string[],
): void {
  const left = emulator.snapshot().addresses.filter(({ cloudAddress }) => !orphans.includes(cloudAddress));
  if (operation === "delete") {
    expect(left).to.deep.equal([]);
    return;
  }
  expect(left.map(({ cloudAddress }) => cloudAddress)).to.deep.equal([id]);
  expect(left[0]?.groups).to.deep.equal(wanted["groups"]);
  expect(state["groups"]).to.deep.equal(wanted["groups"]);
  expect(state["writtenEtag"], "settled").to.equal(state["etag"]);
  expect(emulator.verifyPassword(id as string, state["cloudPassword"] as string), "password").to.equal(true);
}
