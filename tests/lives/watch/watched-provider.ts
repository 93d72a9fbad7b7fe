import { expect } from "chai";
import type { Emulator } from "../../../emulator";
import { handler, providerProperty, providerText } from "../../../provider";
import type { FakeTiming } from "../../client/fake-timing";
import {
  CallFailure,
  Killed,
  unknown,
  type Bag,
  type Outcome,
  type ProviderCalls,
} from "../engine/provider-calls";
import { characteristicsText } from "./characteristics";
import type { Ledger } from "./ledger";
import { isWrite, requestsOf, type Request } from "./requests";

/** The provider of one run of the engine, as the dynamic host has it: a new process. */
type Provider = ReturnType<typeof handler>;

/**
 * The real provider with a watch on every call: what it sends, what it leaves at the service, and what it returns are
 * held against the ledger and against what has to hold whatever happens.
 */
export class WatchedProvider implements ProviderCalls {
  readonly #provider: Provider;
  /** Requests that the service got so far. */
  requests = 0;
  /** The kill has struck: nothing that happens from then on reaches the engine. */
  #killed: () => boolean = () => false;

  constructor(
    private readonly emulator: Emulator,
    private readonly ledger: Ledger,
    configuration: Readonly<Record<string, string>>,
    timing: FakeTiming,
  ) {
    this.#provider = handler({ timing, warn: (message) => ledger.said(message) });
    void this.#provider.configure({ config: { get: (key: string) => configuration[key] } as never });
  }

  /** @param plan id of the fault plan that stands for the kill. */
  killedBy(plan: string): void {
    this.#killed = () => this.emulator.faults().some(({ id, fired }) => id === plan && fired > 0);
  }

  async check(_name: string, oldInputs: Bag, newInputs: Bag): Promise<Bag> {
    const result = await this.#silently(() => this.#provider.check(sent(oldInputs), sent(newInputs)));
    expect(result.failures ?? [], JSON.stringify(result.failures)).to.deep.equal([]);
    const inputs = result.inputs as Bag;
    if (!JSON.stringify(inputs).includes(unknown)) {
      const again = await this.#silently(() => this.#provider.check(sent(inputs), sent(inputs)));
      expect(received(again.inputs as Bag), "check is idempotent").to.deep.equal(received(inputs));
    }
    return received(inputs);
  }

  async diff(
    id: string,
    state: Bag,
    inputs: Bag,
  ): Promise<{ changes: boolean; replaces: readonly string[] }> {
    const { changes, replaces } = await this.#silently(() =>
      this.#provider.diff(id, sent(state), sent(inputs)),
    );
    return { changes: changes as boolean, replaces: replaces ?? [] };
  }

  async create(name: string, inputs: Bag): Promise<Outcome> {
    const before = new Set(this.#held());
    const { outcome, failure, requests } = await this.#write(inputs, undefined, async () => {
      const { id, outs } = await this.#provider.create(sent(inputs));
      return { id, state: received(outs as Bag) };
    });
    const made = this.#held().filter((cloudAddress) => !before.has(cloudAddress));
    expect(made.length, "addresses made by one create").to.be.below(2);
    const isRecovery = made.length === 0 && outcome !== undefined;
    if (outcome === undefined) {
      const answered = requests.some(
        ({ entry, answered }) => entry.operation === "create" && answered && entry.status === 201,
      );
      if (!this.#killed())
        expect(answered, `the address and its password were lost: ${failure}`).to.equal(false);
      for (const cloudAddress of made) this.ledger.orphaned(cloudAddress, failure, this.#killed());
      return this.#failed(failure);
    }
    if (isRecovery) this.ledger.recovered(outcome.id, name);
    else if (!this.ledger.isOrphan(outcome.id)) expect(made).to.deep.equal([outcome.id]);
    else this.ledger.recovered(outcome.id, name);
    this.ledger.created(outcome.id, inputs);
    return outcome;
  }

  async read(id: string, state: Bag): Promise<{ state: Bag; inputs: Bag } | undefined> {
    const result = await this.#call(() => this.#provider.read(id, sent(state)));
    this.requests += this.#requests().length;
    expect(this.#requests().filter(isWrite), "writes of a read").to.deep.equal([]);
    if (result.id === undefined) {
      expect(this.#held(), "an address that the state dropped").not.to.include(id);
      return undefined;
    }
    const next = received(result.props as Bag);
    this.#expectValid(id, next);
    if (next["passwordVersion"] === "(changed outside Pulumi)") {
      this.ledger.said(`A preview shows that the password of ${id} may have been reset.`);
    }
    expect(next["cloudPassword"], "a read keeps the password").to.equal(state["cloudPassword"]);
    expect(characteristicsText(next), "what a read brings").to.equal(this.#characteristicsAt(id));
    return { state: next, inputs: received(result.inputs as Bag) };
  }

  async update(id: string, state: Bag, inputs: Bag): Promise<Outcome> {
    const unseen = this.#isUnseen(id, state, characteristicsText(inputs));
    const { outcome, failure, requests } = await this.#write(inputs, id, async () => {
      const { outs } = await this.#provider.update(id, sent(state), sent(inputs));
      return { id, state: received(outs as Bag) };
    });
    this.#expectNothingOverwritten(unseen, requests);
    const resets = requests.filter(({ entry, carriedOut }) => entry.operation === "reset" && carriedOut);
    if (resets.length > 0) {
      expect(this.ledger.asksForReset(id, inputs), "a reset that nobody asked for").to.equal(true);
    }
    const lastAnswered = resets.at(-1)?.answered === true;
    if (this.#killed()) {
      if (requests.some((request) => isWrite(request) && request.carriedOut))
        this.ledger.lostWrite(id, resets.length > 0);
      return this.#failed(failure);
    }
    if (requests.some((request) => isWrite(request) && request.carriedOut && !request.answered)) {
      this.ledger.lostWrite(id, resets.length > 0 && !lastAnswered);
    }
    if (lastAnswered) {
      expect(outcome, `the new password was lost: ${failure}`).not.to.equal(undefined);
      this.ledger.reset(id, inputs);
    }
    if (outcome === undefined) return this.#failed(failure);
    if (!lastAnswered) expect(outcome.state["cloudPassword"]).to.equal(state["cloudPassword"]);
    if (outcome.failure === undefined) {
      this.ledger.updated(id, inputs);
      expect(characteristicsText(outcome.state), "what an update leaves").to.equal(
        characteristicsText(inputs),
      );
    }
    return outcome;
  }

  async delete(id: string, state: Bag): Promise<void> {
    const unseen = this.#isUnseen(id, state, undefined);
    const { failure, requests } = await this.#write(undefined, id, async () => {
      await this.#provider.delete(id, sent(state));
      return { id, state: {} };
    });
    this.#expectNothingOverwritten(unseen, requests);
    if (failure === undefined) expect(this.#held(), "an address that is called deleted").not.to.include(id);
    else throw this.#killed() ? new Killed(failure) : new CallFailure(failure);
  }

  /** A call that may write to one address, or make one. */
  async #write(
    inputs: Bag | undefined,
    id: string | undefined,
    action: () => Promise<Outcome>,
  ): Promise<{ outcome?: Outcome; failure?: string; requests: Request[] }> {
    this.emulator.clearJournal();
    const { outcome, failure } = await action().then(
      (done): { outcome?: Outcome; failure?: string } => ({ outcome: done }),
      (error: unknown) => this.#caught(error),
    );
    const requests = this.#requests();
    this.requests += requests.length;
    for (const { entry } of requests.filter(isWrite)) {
      if (entry.body !== undefined) {
        this.ledger.expectMarked(entry.body as Bag);
        expect(characteristicsText(entry.body as Bag), "what is sent is what is declared").to.equal(
          characteristicsText(inputs as Bag),
        );
      }
      if (entry.operation === "create") continue;
      if (
        id !== undefined &&
        entry.operation === "change" &&
        entry.body !== undefined &&
        entry.status !== 200
      ) {
        this.ledger.sent(id, characteristicsText(entry.body as Bag));
      }
      expect(entry.ifMatch, `If-Match of ${entry.operation}`).to.match(/^"[^"]+"$/);
      if (id !== undefined) expect(entry.cloudAddress, "the address that is written to").to.equal(id);
    }
    expect(requests.filter(({ entry }) => entry.operation === "create").length).to.be.below(
      id === undefined ? 6 : 1,
    );
    if (this.#killed()) return { failure: "killed", requests };
    if (outcome !== undefined && id !== undefined && inputs === undefined) return { outcome, requests };
    if (outcome !== undefined) this.#expectValid(outcome.id, outcome.state);
    return {
      ...(outcome !== undefined && { outcome }),
      ...(failure !== undefined && { failure }),
      requests,
    };
  }

  /** What the dynamic host makes of an error: one with an ID is a partial failure. */
  #caught(error: unknown): { outcome?: Outcome; failure: string } {
    const { message, id, properties } = error as Error & { id?: string; properties?: Bag };
    this.ledger.said(message);
    if (id === undefined) return { failure: message };
    expect(properties?.[providerProperty], "a partial failure can be deleted later").to.equal(providerText);
    return { outcome: { id, state: received(properties as Bag), failure: message }, failure: message };
  }

  async #call<Result>(action: () => Promise<Result>): Promise<Result> {
    this.emulator.clearJournal();
    try {
      const result = await action();
      if (this.#killed()) throw new Killed("killed");
      return result;
    } catch (error) {
      if (this.#killed()) throw new Killed("killed");
      const { message } = error as Error;
      this.ledger.said(message);
      throw new CallFailure(message);
    }
  }

  /** A call that asks the service nothing. */
  async #silently<Result>(action: () => Promise<Result>): Promise<Result> {
    this.emulator.clearJournal();
    const result = await action();
    expect(this.#requests(), "requests of check and diff").to.deep.equal([]);
    return result;
  }

  #failed(failure: string | undefined): never {
    throw this.#killed() ? new Killed("killed") : new CallFailure(failure);
  }

  #requests(): Request[] {
    return requestsOf(this.emulator);
  }

  #held(): string[] {
    return this.emulator.snapshot().addresses.map(({ cloudAddress }) => cloudAddress);
  }

  #characteristicsAt(id: string): string | undefined {
    const address = this.emulator.snapshot().addresses.find(({ cloudAddress }) => cloudAddress === id);
    return address && characteristicsText(address as unknown as Bag);
  }

  /** Whether somebody else made of the address what neither the state nor the program knows. */
  #isUnseen(id: string, state: Bag, wanted: string | undefined): boolean {
    const now = this.#characteristicsAt(id);
    if (now === undefined || now === wanted) return false;
    return now !== characteristicsText(state) && !this.ledger.wasSent(id, now);
  }

  #expectNothingOverwritten(unseen: boolean, requests: readonly Request[]): void {
    if (!unseen) return;
    const writes = requests.filter((request) => isWrite(request) && request.carriedOut);
    expect(writes, "a write over what somebody else wrote and nobody has seen").to.deep.equal([]);
  }

  #expectValid(id: string, state: Bag): void {
    expect(state["cloudAddress"]).to.equal(id);
    expect(state["keyFingerprint"]).to.be.a("string");
    expect(state["action"]).to.be.oneOf(["connect", "listen"]);
    expect(JSON.parse(JSON.stringify(state)), "a state that can be stored").to.deep.equal(state);
  }
}

function sent(properties: Bag): Bag {
  return { [providerProperty]: providerText, ...(JSON.parse(JSON.stringify(properties)) as Bag) };
}

function received(properties: Bag): Bag {
  expect(Object.values(properties), "undefined, which fails the whole call").not.to.include(undefined);
  const { [providerProperty]: _provider, ...rest } = properties;
  return rest;
}
