import { expect } from "chai";
import type { Emulator } from "../../emulator";
import type { LivingEngine, Order, Resource, Run } from "./engine/living-engine";
import type { Figures } from "./figures";
import { edited, type Happening, type Life, type Name, type Program } from "./life/life";
import { characteristicsText, markersOf } from "./watch/characteristics";
import type { Ledger } from "./watch/ledger";

/** What a life is lived with. */
export interface Surroundings {
  readonly emulator: Emulator;
  readonly engine: LivingEngine;
  readonly ledger: Ledger;
  readonly figures: Figures;
}

type RunHappening = Extract<Happening, { kind: Order["command"] }> &
  Partial<Pick<Order, "refresh" | "trouble">>;

/** Lives one life; throws when something does not hold. */
export async function runLife(life: Life, surroundings: Surroundings): Promise<void> {
  surroundings.figures.lives += 1;
  await new LifeRun(life, surroundings).run();
}

class LifeRun {
  readonly #emulator: Emulator;
  readonly #ledger: Ledger;
  readonly #engine: LivingEngine;
  readonly #figures: Figures;
  #program: Program;

  constructor(
    private readonly life: Life,
    { emulator, ledger, engine, figures }: Surroundings,
  ) {
    this.#emulator = emulator;
    this.#ledger = ledger;
    this.#engine = engine;
    this.#figures = figures;
    this.#program = life.program;
  }

  async run(): Promise<void> {
    for (const happening of this.life.happenings) {
      await this.#live(happening);
      this.#ledger.expectBalance(this.#all());
    }
    await this.#comeToRest();
  }

  async #live(happening: Happening): Promise<void> {
    switch (happening.kind) {
      case "edit":
        this.#program = edited(this.#program, happening);
        return;
      case "up":
      case "refresh":
      case "destroy":
      case "preview": {
        const { kind: command, refresh = false, trouble = {} } = happening as RunHappening;
        await this.#run({ command, refresh, trouble });
        return;
      }
      case "foreign edit": {
        const groups = [...happening.groups];
        this.#foreignWrite(happening.name, false, (id, action) =>
          this.#emulator.editAddress(id, action === "connect" ? { groups } : { accessControl: { groups } }),
        );
        return;
      }
      case "foreign reset":
        this.#foreignWrite(happening.name, true, (id) => this.#emulator.resetPassword(id));
        return;
      case "foreign delete":
        this.#foreignWrite(happening.name, false, (id) => this.#emulator.deleteAddress(id));
        return;
      case "readiness":
        this.#emulator.setReadiness(happening.readiness);
        return;
    }
  }

  /** After the faults have stopped one `up` makes everything as declared, and the next does nothing at all. */
  async #comeToRest(): Promise<void> {
    this.#emulator.setReadiness({ mode: "immediate" });
    this.#emulator.releaseReadiness();
    const up = await this.#run({ command: "up", refresh: this.#needsRefresh() });
    expect(up.failure, "the first calm up").to.equal(undefined);
    const preview = await this.#run({ command: "preview" });
    expect(preview.steps, "a preview of the second").to.deep.equal([]);
    const again = await this.#run({ command: "up" });
    expect(again, "the second calm up").to.deep.equal({ steps: [], killed: false, requests: 0 });
    expect(this.#engine.replaced).to.deep.equal([]);
    this.#expectAsDeclared();
    this.#ledger.expectBalance(this.#all());
    if (this.#all().some(({ outputs }) => outputs["etag"] !== outputs["writtenEtag"])) {
      // What `resetPassword` was declared for only after it had happened, the next refresh shows.
      await this.#run({ command: "up", refresh: true });
    }
    this.#ledger.expectPasswordsKnown(this.#all());
  }

  /** What somebody else wrote, a killed run, or a deletion whose answer was lost, is only seen by a refresh. */
  #needsRefresh(): boolean {
    if (this.#all().some(({ id }) => !this.#exists(id))) return true;
    return this.life.happenings.some(
      (happening) =>
        happening.kind.startsWith("foreign") ||
        ("trouble" in happening && (happening.trouble.kill ?? happening.trouble.interruption) !== undefined),
    );
  }

  #expectAsDeclared(): void {
    expect([...this.#engine.resources.keys()]).to.have.members(Object.keys(this.#program));
    const held = new Map(
      this.#emulator.snapshot().addresses.map((address) => [address.cloudAddress, address]),
    );
    for (const { name, id, inputs, outputs } of this.#engine.resources.values()) {
      const address = held.get(id);
      expect(address, `${name} exists`).not.to.equal(undefined);
      expect(characteristicsText(address as never), name).to.equal(characteristicsText(inputs));
      expect(outputs["etag"], `${name} is settled`).to.be.a("string");
      expect(outputs["writtenEtag"], `${name} is settled`).to.be.a("string");
      for (const marker of markersOf(address as never))
        expect(outputs["__ownership"], `the marker of ${name}`).to.equal(marker);
    }
  }

  async #run(order: Pick<Order, "command"> & Partial<Order>): Promise<Run> {
    this.#emulator.clearFaults();
    const run = await this.#engine.run({ refresh: false, trouble: {}, program: this.#program, ...order });
    this.#count(run);
    this.#emulator.clearFaults();
    return run;
  }

  #count({ steps, failure, killed, requests }: Run): void {
    const count = (step: string): number => steps.filter((text) => text.startsWith(step)).length;
    this.#figures["runs of the engine"] += 1;
    this.#figures["runs that failed"] += failure === undefined || killed ? 0 : 1;
    this.#figures["runs that were killed"] += killed ? 1 : 0;
    this.#figures.requests += requests;
    this.#figures["requests with a fault"] += this.#emulator
      .faults()
      .reduce((sum, { fired }) => sum + fired, 0);
    this.#figures.creates += count("create");
    this.#figures.updates += count("update");
    this.#figures.replacements += count("replace");
    this.#figures.deletions += count("delete");
  }

  #foreignWrite(name: Name, password: boolean, write: (id: string, action: unknown) => void): void {
    const resource = this.#engine.resources.get(name);
    if (resource === undefined || !this.#exists(resource.id)) return;
    write(resource.id, resource.outputs["action"]);
    this.#figures["writes by somebody else"] += 1;
    this.#ledger.foreignWrite(resource.id, password, resource.outputs["writtenEtag"] !== undefined);
  }

  #exists(id: string): boolean {
    return this.#emulator.snapshot().addresses.some(({ cloudAddress }) => cloudAddress === id);
  }

  #all(): Resource[] {
    return [...this.#engine.resources.values(), ...this.#engine.replaced];
  }
}
