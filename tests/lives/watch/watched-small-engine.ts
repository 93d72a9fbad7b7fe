import type { Emulator } from "../../../emulator";
import type { FakeTiming } from "../../client/fake-timing";
import type { LivingEngine, Order, Resource, Run } from "../engine/living-engine";
import type { ProviderCalls } from "../engine/provider-calls";
import { SmallEngine, type SmallRun } from "../engine/small-engine";
import type { Name } from "../life/life";
import type { Ledger } from "./ledger";
import { WatchedProvider } from "./watched-provider";

/** The small engine, with the real provider of this process watched at every call: a new one for each run. */
export class WatchedSmallEngine implements LivingEngine {
  readonly #engine: SmallEngine;
  #provider!: WatchedProvider;

  constructor(
    private readonly emulator: Emulator,
    private readonly ledger: Ledger,
    private readonly configuration: Readonly<Record<string, string>>,
    private readonly timing: FakeTiming,
    markers: boolean,
  ) {
    const current = (): WatchedProvider => this.#provider;
    const calls: ProviderCalls = {
      check: (...args) => current().check(...args),
      diff: (...args) => current().diff(...args),
      create: (...args) => current().create(...args),
      read: (...args) => current().read(...args),
      update: (...args) => current().update(...args),
      delete: (...args) => current().delete(...args),
    };
    this.#engine = new SmallEngine(calls, markers);
  }

  get resources(): ReadonlyMap<Name, Resource> {
    return this.#engine.resources;
  }

  get replaced(): readonly Resource[] {
    return this.#engine.replaced;
  }

  async run(order: Order): Promise<Run> {
    this.#provider = new WatchedProvider(this.emulator, this.ledger, this.configuration, this.timing);
    const { kill, faults = [] } = order.trouble;
    if (kill !== undefined) {
      const { request, carriedOut } = kill;
      const [plan] = this.emulator.planFaults([
        { skip: request, fault: { kind: carriedOut ? "commitThenReset" : "reset" } },
        { skip: request, times: "forever", fault: { kind: "reset" } },
      ]);
      this.#provider.killedBy(plan as string);
    }
    this.emulator.planFaults(faults);
    return { ...(await this.#run(order)), requests: this.#provider.requests };
  }

  #run({ command, program, refresh }: Order): Promise<SmallRun> {
    switch (command) {
      case "up":
        return this.#engine.up(program, refresh);
      case "refresh":
        return this.#engine.refresh();
      case "destroy":
        return this.#engine.destroy();
      case "preview":
        return this.#engine.preview(program);
    }
  }
}
