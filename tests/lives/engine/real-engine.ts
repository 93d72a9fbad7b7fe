import { join } from "node:path";
import { expect } from "chai";
import {
  nameOf,
  passwordOf,
  type Deployment,
  type Run as StackRun,
  type Stack,
} from "../../engine/support/stack";
import type { EngineFigures } from "../figures";
import type { Name } from "../life/life";
import { programText } from "../life/program-text";
import type { Ledger } from "../watch/ledger";
import { WatchedRun } from "../watch/watched-run";
import { interrupt, planInterruption } from "./interrupt";
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
  ) {}

  async run(order: Order): Promise<Run> {
    const { emulator } = this.stack;
    const { faults = [], interruption } = order.trouble;
    await this.stack.write(programText(order.program));
    const watched = new WatchedRun(emulator, this.ledger, order, this.#all());
    const plan = interruption && planInterruption(emulator, interruption);
    emulator.planFaults(faults);
    const run = this.stack.attempt(...commandOf(order));
    const struck =
      interruption !== undefined &&
      (await interrupt(interruption, { emulator, plan: plan as string, mark: this.stack.folder, run }));
    const ended = await run;
    const means = struck ? interruption.means : undefined;
    const isOver = means === "kill run" || means === "kill command";
    if (isOver) await this.stack.pulumi("cancel", "--yes");
    const deployment = await this.stack.deployment();
    if (means !== undefined) {
      this.figures[means] += 1;
      await this.#expectLoadable(deployment);
    }
    this.#load(deployment);
    const killed = means !== undefined && means !== "interrupt";
    const pending = deployment.pending_operations ?? [];
    watched.ended({
      printed: ended.stdout + ended.stderr,
      completed: ended.completed,
      killed,
      pendingCreates: isOver ? pending.filter(({ type }) => type === "creating").length : undefined,
      after: this.#all(),
    });
    return {
      steps: stepsOf(ended),
      ...(ended.exitCode !== 0 && { failure: ended.stdout + ended.stderr }),
      killed,
      requests: ended.requests.length,
    };
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
