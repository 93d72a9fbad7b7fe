import { join } from "node:path";
import { expect } from "chai";
import type { Finding } from "../../../cli/audit/finding";
import {
  nameOf,
  passwordOf,
  type Deployment,
  type Run as StackRun,
  type Stack,
} from "../../engine/support/stack";
import { strikeOf, type EngineFigures } from "../figures";
import type { Name } from "../life/life";
import { programText } from "../life/program-text";
import { auditStack } from "../watch/audited-stack";
import type { Ledger } from "../watch/ledger";
import { WatchedRun } from "../watch/watched-run";
import { dueRequests } from "./due-requests";
import { aim, interrupt, planInterruption } from "./interrupt";
import type { LivingEngine, Order, Resource, Run } from "./living-engine";
import type { Bag } from "./provider-calls";

/** Pulumi itself, with processes of its own for each run, watched from outside. */
export class RealEngine implements LivingEngine {
  readonly resources = new Map<Name, Resource>();
  replaced: Resource[] = [];

  constructor(
    private readonly stack: Stack,
    private readonly ledger: Ledger,
    private readonly figures: EngineFigures,
    /** What an audit of the stack is told. */
    private readonly accounts: Parameters<typeof auditStack>[2],
  ) {}

  async run(order: Order): Promise<Run> {
    const { emulator } = this.stack;
    const { faults = [], interruption } = order.trouble;
    await this.stack.write(programText(order.program));
    const watched = new WatchedRun(emulator, this.ledger, order, this.#all());
    const aimed = interruption && aim(interruption, dueRequests(order, this, this.ledger));
    const plan = aimed && planInterruption(emulator, aimed);
    emulator.planFaults(faults);
    const run = this.stack.attempt(...commandOf(order));
    const mark = this.stack.folder;
    const struck =
      aimed && plan && (await interrupt(aimed, { emulator, plan, mark, run })) ? aimed : undefined;
    const ended = await run;
    const means = struck?.means;
    if (means === "kill run" || means === "kill command") await this.stack.pulumi("cancel", "--yes");
    const deployment = await this.stack.deployment();
    if (interruption !== undefined) this.figures["interruptions planned"] += 1;
    if (struck !== undefined) {
      this.figures[strikeOf(struck.means, struck.operation)] += 1;
      await this.#expectLoadable(deployment);
    }
    this.#load(deployment);
    const killed = means !== undefined && means !== "interrupt";
    const pending = (deployment.pending_operations ?? []).filter(({ type }) => type === "creating");
    watched.ended({
      printed: ended.stdout + ended.stderr,
      completed: ended.completed,
      killed,
      pendingCreates: pending.map(({ resource }) => nameOf(resource.urn)),
      failedCreates: failedCreatesOf(ended),
      after: this.#all(),
    });
    if (struck !== undefined) await this.audit();
    return {
      steps: stepsOf(ended),
      ...(ended.exitCode !== 0 && { failure: ended.stdout + ended.stderr }),
      killed,
      requests: ended.requests.length,
    };
  }

  /**
   * Holds what `vnc-cloud audit` says against the ledger.
   *
   * @returns what it finds apart from orphans.
   */
  async audit(): Promise<Finding[]> {
    const { stdout } = await this.stack.pulumi("stack", "export");
    this.figures.audits += 1;
    return auditStack(stdout, this.ledger, this.accounts);
  }

  /** What is exported can be imported, and is the same then. */
  async #expectLoadable({ resources }: Deployment): Promise<void> {
    const file = join(this.stack.folder, "export.json");
    for (const command of ["export", "import"]) {
      const { exitCode, stderr } = await this.stack.pulumi("stack", command, "--file", file);
      expect(exitCode, `stack ${command}: ${stderr}`).to.equal(0);
    }
    expect((await this.stack.deployment()).resources).to.deep.equal(resources);
    this.figures["states exported and imported"] += 1;
  }

  #load({ resources = [] }: Deployment): void {
    const addresses = resources.filter(({ type }) => type.endsWith(":CloudAddress"));
    this.resources.clear();
    this.replaced = [];
    for (const {
      urn,
      id = "",
      inputs = {},
      outputs = {},
      initErrors = [],
      delete: isReplaced,
    } of addresses) {
      const password = passwordOf(outputs);
      const resource = {
        name: nameOf(urn) as Name,
        id,
        inputs,
        outputs: { ...outputs, ...(password !== undefined && { cloudPassword: password }) } as Bag,
        ...(initErrors.length > 0 && { initError: initErrors.join("\n") }),
      };
      if (isReplaced === true) this.replaced.push(resource);
      else this.resources.set(resource.name, resource);
    }
  }

  #all(): Resource[] {
    return [...this.resources.values(), ...this.replaced];
  }
}

function commandOf({ command, refresh }: Order): [string, ...string[]] {
  if (command === "preview") return [command];
  return [command, "--yes", "--skip-preview", ...(refresh ? ["--refresh"] : [])];
}

function stepsOf({ operations }: StackRun): string[] {
  return Object.entries(operations).map(
    ([name, operation]) => `${/replace/.test(operation) ? "replace" : operation} ${name}`,
  );
}

/** The creates, those of replacements among them, that were begun and ended with an error. */
function failedCreatesOf({ operations, failures }: StackRun): Map<string, string> {
  return new Map(Object.entries(failures).filter(([name]) => /create/.test(operations[name] ?? "")));
}
