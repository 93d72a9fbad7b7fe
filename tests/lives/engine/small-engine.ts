import { names, type Declaration, type Name, type Program } from "../life/life";
import type { Resource, Run } from "./living-engine";
import { CallFailure, Killed, unknown, type Bag, type Outcome, type ProviderCalls } from "./provider-calls";

/** What one run came to, as far as the engine can know it. */
export type SmallRun = Omit<Run, "requests">;

/**
 * The rules by which Pulumi's engine calls a provider: check, diff, then create, update or nothing; "nothing" keeps the
 * old outputs and takes the new inputs; a replacement creates first and deletes at the end; a partial failure replaces
 * the outputs; a failed call changes nothing; a run ends at its first failure.
 */
export class SmallEngine {
  readonly resources = new Map<Name, Resource>();
  /** Replaced addresses that are still to be deleted. */
  readonly replaced: Resource[] = [];
  #steps: string[] = [];

  constructor(
    private readonly calls: ProviderCalls,
    /** Whether the program gives each resource's name to the provider. */
    private readonly givesNames: boolean,
  ) {}

  up(program: Program, refresh: boolean): Promise<SmallRun> {
    return this.#run(async () => {
      if (refresh) await this.#refreshAll();
      for (const name of names) {
        const declaration = program[name];
        if (declaration !== undefined) await this.#bring(name, declaration, program);
      }
      await this.#deleteAll((name) => program[name] === undefined);
    });
  }

  refresh(): Promise<SmallRun> {
    return this.#run(() => this.#refreshAll());
  }

  destroy(): Promise<SmallRun> {
    return this.#run(() => this.#deleteAll(() => true));
  }

  /** What an `up` would do, as far as a preview can know it; the state stays as it is. */
  preview(program: Program): Promise<SmallRun> {
    return this.#run(async () => {
      const renewed = new Set<Name>();
      for (const name of names) {
        const declaration = program[name];
        if (declaration === undefined) continue;
        const step = await this.#previewOf(name, declaration, program, renewed);
        if (step === "create" || step === "replace") renewed.add(name);
        if (step !== "same") this.#steps.push(`${step} ${name}`);
      }
      for (const name of this.resources.keys()) {
        if (program[name] === undefined) this.#steps.push(`delete ${name}`);
      }
      for (const { name } of this.replaced) this.#steps.push(`delete ${name}`);
    });
  }

  async #run(steps: () => Promise<void>): Promise<SmallRun> {
    this.#steps = [];
    try {
      await steps();
      return { steps: this.#steps, killed: false };
    } catch (error) {
      if (!(error instanceof CallFailure || error instanceof Killed)) throw error;
      return { steps: this.#steps, failure: error.message, killed: error instanceof Killed };
    }
  }

  async #bring(name: Name, declaration: Declaration, program: Program): Promise<void> {
    const old = this.resources.get(name);
    const declared = this.#inputs(name, declaration, program);
    const inputs = await this.calls.check(name, old?.inputs ?? {}, declared);
    if (old === undefined) {
      this.#steps.push(`create ${name}`);
      this.#record(name, inputs, await this.calls.create(name, inputs));
      return;
    }
    const { changes, replaces } = await this.calls.diff(old.id, old.outputs, inputs);
    if (changes && replaces.length > 0) {
      this.#steps.push(`replace ${name}`);
      const fresh = await this.calls.check(name, {}, declared);
      const outcome = await this.calls.create(name, fresh);
      this.replaced.push(old);
      this.#record(name, fresh, outcome);
    } else if (changes || old.initError !== undefined) {
      this.#steps.push(`update ${name}`);
      this.#record(name, inputs, await this.calls.update(old.id, old.outputs, inputs));
    } else {
      this.resources.set(name, { ...old, inputs });
    }
  }

  #record(name: Name, inputs: Bag, { id, state, failure }: Outcome): void {
    const resource = { name, id, inputs, outputs: state };
    this.resources.set(name, failure === undefined ? resource : { ...resource, initError: failure });
    if (failure !== undefined) throw new CallFailure(failure);
  }

  async #refreshAll(): Promise<void> {
    for (const [name, old] of this.resources) {
      const result = await this.calls.read(old.id, old.outputs);
      if (result === undefined) {
        this.resources.delete(name);
        continue;
      }
      this.resources.set(name, { name, id: old.id, inputs: result.inputs, outputs: result.state });
      // For the display only: what is there now against what was declared.
      await this.calls.diff(old.id, result.state, old.inputs);
    }
    for (const [index, old] of [...this.replaced.entries()].reverse()) {
      const result = await this.calls.read(old.id, old.outputs);
      const now = result === undefined ? [] : [{ ...old, inputs: result.inputs, outputs: result.state }];
      this.replaced.splice(index, 1, ...now);
    }
  }

  async #deleteAll(isDue: (name: Name) => boolean): Promise<void> {
    for (const old of [...this.replaced]) {
      this.#steps.push(`delete ${old.name}`);
      await this.calls.delete(old.id, old.outputs);
      this.replaced.splice(this.replaced.indexOf(old), 1);
    }
    for (const old of [...this.resources.values()].reverse().filter(({ name }) => isDue(name))) {
      this.#steps.push(`delete ${old.name}`);
      await this.calls.delete(old.id, old.outputs);
      this.resources.delete(old.name);
    }
  }

  async #previewOf(
    name: Name,
    declaration: Declaration,
    program: Program,
    renewed: ReadonlySet<Name>,
  ): Promise<string> {
    const old = this.resources.get(name);
    const declared = this.#inputs(name, declaration, program, renewed);
    const inputs = await this.calls.check(name, old?.inputs ?? {}, declared);
    if (old === undefined) return "create";
    const { changes, replaces } = await this.calls.diff(old.id, old.outputs, inputs);
    if (changes && replaces.length > 0) return "replace";
    return changes || old.initError !== undefined ? "update" : "same";
  }

  /** The inputs as the program hands them over, with the addresses of other resources in their place. */
  #inputs(name: Name, declaration: Declaration, program: Program, renewed?: ReadonlySet<Name>): Bag {
    const { accessControl, ...rest } = declaration;
    if (accessControl === undefined) return { ...rest, ...(this.givesNames && { __owner: name }) };
    const { groups, resources = [] } = accessControl;
    const cloudAddresses = resources
      .filter((other) => program[other] !== undefined && names.indexOf(other) < names.indexOf(name))
      .map((other) => (renewed?.has(other) ? unknown : this.resources.get(other)?.id));
    return {
      ...rest,
      accessControl: {
        ...(groups !== undefined && { groups }),
        ...(cloudAddresses.length > 0 && { cloudAddresses }),
      },
      ...(this.givesNames && { __owner: name }),
    };
  }
}
