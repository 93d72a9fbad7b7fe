import { expect } from "chai";
import { faults } from "../client/conformance/conformance-case";
import { conformanceCases, type ConformanceCase } from "../provider/conformance/conformance-case";
import { CaseAccounts } from "../provider/conformance/run-case";
import { programOf, type Arguments } from "./support/program";
import { Stack, type Run } from "./support/stack";

/** The rows of the provider's table that are lived through under the real engine too. */
const mainFaults = [
  "429 with Retry-After in seconds",
  "503 without Retry-After",
  "500",
  "reset before processing",
  "reset after it was carried out",
  "412",
];

/** The request that each operation is about; the reads that follow it are left to the table in the dynamic host. */
const ownRequests = {
  create: "create",
  read: "details",
  update: "change",
  rotate: "reset",
  delete: "delete",
};

const cases = conformanceCases().filter(
  ({ fault, operation, request }) => mainFaults.includes(fault) && request === ownRequests[operation],
);

const often = ({ times }: ConformanceCase): string =>
  times === "forever" ? "for ever" : times === 1 ? "once" : "twice";
const nameOf = (one: ConformanceCase): string =>
  `${one.operation}, ${one.fault} ${often(one)} at ${one.request}`;

/** What became of one case, in the words of the table, and what the table does not say. */
interface Outcome {
  readonly text: string;
  readonly consumed: boolean;
  readonly made: number;
  /** The condition of every write but a create. */
  readonly conditions: readonly (string | undefined)[];
  readonly message: string | undefined;
}

describe("the main rows of the retry conformance under the real engine", function () {
  this.timeout(180_000);
  let accounts: CaseAccounts;
  let stack: Stack;
  const outcomes: Outcome[] = [];
  const passwords: Record<"before" | "after", Record<string, string>> = { before: {}, after: {} };

  /** The arguments before and after the faulty run; undefined while there is no address. */
  const wanted = (
    { operation }: ConformanceCase,
    index: number,
    run: "first" | "faulty",
  ): Arguments | undefined => {
    const before = { action: "connect", groups: ["before"], account: accounts.name(index) };
    if (run === "first") return operation === "create" ? undefined : before;
    if (operation === "delete") return undefined;
    if (operation === "update") return { ...before, groups: ["after"] };
    return operation === "rotate" ? { ...before, passwordVersion: 2 } : before;
  };
  const declare = (run: "first" | "faulty"): Promise<void> => {
    const entries = cases.map((one, index) => [nameOf(one), wanted(one, index, run)] as const);
    const declared = entries.filter((entry): entry is readonly [string, Arguments] => entry[1] !== undefined);
    return stack.write(programOf(Object.fromEntries(declared)));
  };
  const requestsOf = (index: number): number => accounts.emulator(index).journal().length;
  const indexesOf = (reads: boolean): number[] =>
    [...cases.keys()].filter((index) => (cases[index]?.operation === "read") === reads);
  const planFaults = (indexes: readonly number[]): void => {
    for (const index of indexes) {
      const { fault: name, request, times } = cases[index] as ConformanceCase;
      const { fault } = faults[name]!;
      accounts.emulator(index).planFaults([{ operation: request as "create", times, fault }]);
    }
  };
  const clear = (): void => {
    for (const index of cases.keys()) {
      accounts.emulator(index).clearJournal();
      accounts.emulator(index).clearFaults();
    }
  };

  /** What the engine and the services have to say of a faulty run about each of its cases. */
  async function conclude(run: Run, indexes: readonly number[]): Promise<void> {
    const state = await stack.state();
    for (const index of indexes) {
      const name = nameOf(cases[index] as ConformanceCase);
      const message = run.failures[name];
      const emulator = accounts.emulator(index);
      const held = emulator.snapshot().addresses.map(({ cloudAddress }) => cloudAddress);
      const orphans = held.filter((cloudAddress) => cloudAddress !== state[name]?.id);
      const kind =
        message === undefined ? "done" : state[name]?.initErrors === undefined ? "error" : "partial";
      outcomes[index] = {
        text: [kind, requestsOf(index), ...(orphans.length > 0 ? ["orphan"] : [])].join(" "),
        consumed: emulator.faults().every(({ completed }) => completed),
        made: held.length,
        conditions: emulator
          .journal()
          .filter(({ operation }) => ["change", "reset", "delete"].includes(operation))
          .map(({ ifMatch }) => ifMatch),
        message,
      };
    }
  }

  /** What the next run needs to make good; where nothing had failed, an up asks for nothing and a refresh for details. */
  function concludeNext(indexes: readonly number[]): void {
    for (const index of indexes) {
      const outcome = outcomes[index] as Outcome;
      const requests = requestsOf(index);
      const usual = cases[index]?.operation === "read" ? 1 : 0;
      const next = outcome.message === undefined && requests === usual ? "" : ` then ${requests}`;
      outcomes[index] = { ...outcome, text: outcome.text + next };
    }
  }

  before(async () => {
    accounts = await CaseAccounts.start(cases.length);
    stack = await Stack.create("", { environment: { VNC_CLOUD_PARALLEL: "1000" } });
    await stack.pulumi("config", "set", "--secret", "vnc-cloud:accounts", accounts.configuration);
    await declare("first");
    // Most only wait for the next try, so all may wait together.
    const together = ["--parallel", "200"];
    await stack.up(...together);
    passwords.before = await stack.passwords();

    clear();
    planFaults(indexesOf(true));
    const refresh = await stack.attempt("refresh", "--yes", "--skip-preview", ...together);
    await conclude(refresh, indexesOf(true));
    clear();
    await stack.refresh(...together);
    concludeNext(indexesOf(true));

    clear();
    planFaults(indexesOf(false));
    await declare("faulty");
    const up = await stack.attempt("up", "--yes", "--skip-preview", "--continue-on-error", ...together);
    await conclude(up, indexesOf(false));
    clear();
    await stack.up(...together);
    concludeNext(indexesOf(false));
    passwords.after = await stack.passwords();
  });
  after(async () => {
    await stack.dispose();
    await accounts.close();
  });

  cases.forEach((one, index) => {
    it(`${nameOf(one)}: ${one.expected}`, () => {
      const { text, consumed, made, conditions, message } = outcomes[index] as Outcome;
      expect(text).to.equal(one.expected);
      expect(consumed, "the planned fault happened").to.equal(true);
      expect(made, "addresses made").to.be.below(2);
      for (const condition of conditions) expect(condition, "If-Match").to.match(/^"[^"]+"$/);
      if (text.includes("orphan")) expect(message).to.match(/vnc-cloud audit/);
    });
  });

  it("in the end each service has what is declared, and the password of the state is the valid one", async () => {
    const state = await stack.state();
    cases.forEach((one, index) => {
      const name = nameOf(one);
      const { action, groups } = wanted(one, index, "faulty") ?? {};
      const orphans = outcomes[index]?.text.includes("orphan") === true ? 1 : 0;
      const emulator = accounts.emulator(index);
      const { addresses } = emulator.snapshot();
      expect(addresses, name).to.have.length((action === undefined ? 0 : 1) + orphans);
      if (action === undefined) return;
      const held = addresses.find(({ cloudAddress }) => cloudAddress === state[name]?.id);
      expect(held?.groups, name).to.deep.equal(groups);
      const password = passwords.after[name] as string;
      expect(emulator.verifyPassword(state[name]?.id as string, password), name).to.equal(true);
      if (one.operation === "read" || one.operation === "update")
        expect(password, name).to.equal(passwords.before[name]);
    });
  });

  it("no secret appeared", () => stack.expectNoSecrets());
});
