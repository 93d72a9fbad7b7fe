import { expect } from "chai";
import { startEmulator, type Emulator } from "../../emulator";
import { FakeTiming } from "../client/fake-timing";
import { noFigures, type Figures } from "./figures";
import { SmallEngine, type Resource, type Run } from "./engine/small-engine";
import type { ProviderCalls } from "./engine/provider-calls";
import type { Happening, Life, Name, Program, Trouble } from "./life/life";
import { characteristicsText, ownershipGroup } from "./watch/characteristics";
import { Ledger } from "./watch/ledger";
import { WatchedProvider } from "./watch/watched-provider";

const account = { apiKey: "lives-key", apiSecret: "lives-secret-5d20" };
const otherAccount = { apiKey: "other-lives-key", apiSecret: "other-lives-secret" };

/** The service of many lives, and a clock whose pauses take no time. */
export class LivesService {
  private constructor(
    readonly emulator: Emulator,
    readonly timing: FakeTiming,
  ) {}

  static async start(): Promise<LivesService> {
    const timing = new FakeTiming();
    const emulator = await startEmulator({ accounts: [account, otherAccount], clock: timing.now });
    return new LivesService(emulator, timing);
  }

  close(): Promise<void> {
    return this.emulator.close();
  }
}

/** Lives one life; throws when something does not hold. */
export async function runLife(life: Life, service: LivesService, figures = noFigures()): Promise<void> {
  service.emulator.reset();
  figures.lives += 1;
  await new LifeRun(life, service, figures).run();
}

class LifeRun {
  readonly #emulator: Emulator;
  readonly #ledger: Ledger;
  readonly #engine: SmallEngine;
  #provider!: WatchedProvider;
  #program: Program;

  constructor(
    private readonly life: Life,
    private readonly service: LivesService,
    private readonly figures: Figures,
  ) {
    this.#emulator = service.emulator;
    this.#ledger = new Ledger(this.#emulator, life.markers);
    this.#program = life.program;
    const current = (): WatchedProvider => this.#provider;
    const calls: ProviderCalls = {
      check: (...args) => current().check(...args),
      diff: (...args) => current().diff(...args),
      create: (...args) => current().create(...args),
      read: (...args) => current().read(...args),
      update: (...args) => current().update(...args),
      delete: (...args) => current().delete(...args),
    };
    this.#engine = new SmallEngine(calls, life.markers);
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
      case "edit": {
        const { [happening.name]: _earlier, ...others } = this.#program;
        const { declaration } = happening;
        this.#program = declaration === undefined ? others : { ...others, [happening.name]: declaration };
        return;
      }
      case "up":
        await this.#engineRun(happening.trouble, () => this.#engine.up(this.#program, happening.refresh));
        return;
      case "refresh":
        await this.#engineRun(happening.trouble, () => this.#engine.refresh());
        return;
      case "destroy":
        await this.#engineRun(happening.trouble, () => this.#engine.destroy());
        return;
      case "preview":
        await this.#engineRun({}, () => this.#engine.preview(this.#program));
        return;
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
    const up = await this.#engineRun({}, () => this.#engine.up(this.#program, this.#needsRefresh()));
    expect(up.failure, "the first calm up").to.equal(undefined);
    const preview = await this.#engineRun({}, () => this.#engine.preview(this.#program));
    expect(preview.steps, "a preview of the second").to.deep.equal([]);
    const again = await this.#engineRun({}, () => this.#engine.up(this.#program, false));
    expect(again, "the second calm up").to.deep.equal({ steps: [], killed: false });
    expect(this.#engine.replaced).to.deep.equal([]);
    this.#expectAsDeclared();
    this.#ledger.expectBalance(this.#all());
    if (this.#all().some(({ outputs }) => outputs["etag"] !== outputs["writtenEtag"])) {
      // What `resetPassword` was declared for only after it had happened, the next refresh shows.
      await this.#engineRun({}, () => this.#engine.up(this.#program, true));
    }
    this.#ledger.expectPasswordsKnown(this.#all());
  }

  /** What somebody else wrote, a killed run, or a deletion whose answer was lost, is only seen by a refresh. */
  #needsRefresh(): boolean {
    if (this.#all().some(({ id }) => !this.#exists(id))) return true;
    return this.life.happenings.some(
      (happening) =>
        happening.kind.startsWith("foreign") ||
        ("trouble" in happening && happening.trouble.kill !== undefined),
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
    }
  }

  async #engineRun(trouble: Trouble, run: () => Promise<Run>): Promise<Run> {
    this.#provider = new WatchedProvider(
      this.#emulator,
      this.#ledger,
      {
        "vnc-cloud:endpoint": this.#emulator.endpoint,
        "vnc-cloud:apiKey": account.apiKey,
        "vnc-cloud:apiSecret": account.apiSecret,
        "vnc-cloud:accounts": JSON.stringify({ other: otherAccount }),
        ...(this.life.markers && { "vnc-cloud:ownershipGroup": ownershipGroup }),
      },
      this.service.timing,
    );
    this.#emulator.clearFaults();
    if (trouble.kill !== undefined) {
      const { request, carriedOut } = trouble.kill;
      const [plan] = this.#emulator.planFaults([
        { skip: request, fault: { kind: carriedOut ? "commitThenReset" : "reset" } },
        { skip: request, times: "forever", fault: { kind: "reset" } },
      ]);
      this.#provider.killedBy(plan as string);
    }
    this.#emulator.planFaults(trouble.faults ?? []);
    const result = await run();
    this.#count(result);
    this.#emulator.clearFaults();
    return result;
  }

  #count({ steps, failure, killed }: Run): void {
    const count = (step: string): number => steps.filter((text) => text.startsWith(step)).length;
    this.figures["runs of the engine"] += 1;
    this.figures["runs that failed"] += failure === undefined || killed ? 0 : 1;
    this.figures["runs that were killed"] += killed ? 1 : 0;
    this.figures.requests += this.#provider.requests;
    this.figures["requests with a fault"] += this.#emulator
      .faults()
      .reduce((sum, { fired }) => sum + fired, 0);
    this.figures.creates += count("create");
    this.figures.updates += count("update");
    this.figures.replacements += count("replace");
    this.figures.deletions += count("delete");
  }

  #foreignWrite(name: Name, password: boolean, write: (id: string, action: unknown) => void): void {
    const resource = this.#engine.resources.get(name);
    if (resource === undefined || !this.#exists(resource.id)) return;
    write(resource.id, resource.outputs["action"]);
    this.figures["writes by somebody else"] += 1;
    this.#ledger.foreignWrite(resource.id, password, resource.outputs["writtenEtag"] !== undefined);
  }

  #exists(id: string): boolean {
    return this.#emulator.snapshot().addresses.some(({ cloudAddress }) => cloudAddress === id);
  }

  #all(): Resource[] {
    return [...this.#engine.resources.values(), ...this.#engine.replaced];
  }
}
