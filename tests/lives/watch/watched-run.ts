import { expect } from "chai";
import type { Emulator } from "../../../emulator";
import type { Order, Resource } from "../engine/living-engine";
import type { Bag } from "../engine/provider-calls";
import { names, type Name } from "../life/life";
import { characteristicsText } from "./characteristics";
import { referredTo, withAddresses } from "./declared";
import type { Ledger } from "./ledger";
import { isWrite, requestsOf, type Request } from "./requests";

/** What a run of the real engine came to. */
export interface RunResult {
  /** All that the user reads. */
  readonly printed: string;
  /** `update first`, for each operation that the engine calls done. */
  readonly completed: readonly string[];
  /** It was killed: what was under way may be lost. */
  readonly killed: boolean;
  /** The resources whose create the state says was under way when the run ended. */
  readonly pendingCreates: readonly string[];
  /** What was reported of each create that failed, by resource. */
  readonly failedCreates: ReadonlyMap<string, string>;
  readonly after: readonly Resource[];
}

/**
 * A run of the real engine, whose calls cannot be watched one by one: what was sent, what the service holds and the
 * state before and after it are held against the ledger and against what has to hold whatever happens.
 */
export class WatchedRun {
  /** Addresses that somebody else made of what neither the state nor the program knows. */
  readonly #unseen: ReadonlySet<string>;
  readonly #heldBefore: ReadonlySet<string>;

  constructor(
    private readonly emulator: Emulator,
    private readonly ledger: Ledger,
    private readonly order: Order,
    private readonly before: readonly Resource[],
  ) {
    this.#heldBefore = new Set(this.#held().keys());
    this.#unseen = new Set(before.filter((resource) => this.#isUnseen(resource)).map(({ id }) => id));
    emulator.clearJournal();
  }

  /** Holds the run against what has to hold, and enters it into the ledger. */
  ended(result: RunResult): void {
    for (const line of result.printed.split("\n")) this.ledger.said(line);
    const requests = requestsOf(this.emulator).filter(isWrite);
    this.#expectAllowed(requests);
    for (const request of requests) this.#expectAsDeclared(request, result);
    this.#expectCreatedBeforeDeleted(requests, result);
    this.#enterCreated(requests, result);
    for (const id of new Set(requests.map(({ entry }) => entry.cloudAddress))) {
      const ofOne = requests.filter(({ entry }) => entry.cloudAddress === id);
      const resource = result.after.find((one) => one.id === id);
      if (id !== undefined && this.#wasThere(id)) this.#enterWrites(id, ofOne, resource, result);
    }
    this.#enterCompleted(result);
    const held = this.#held();
    for (const { id } of this.before) {
      if (!result.after.some((one) => one.id === id))
        expect(held, "what the state dropped").not.to.have.key(id);
    }
  }

  #expectAllowed(requests: readonly Request[]): void {
    const allowed = { up: /./, destroy: /^delete$/, refresh: /^$/, preview: /^$/ }[this.order.command];
    for (const { entry, carriedOut } of requests) {
      expect(entry.operation, `a write of a ${this.order.command}`).to.match(allowed);
      if (entry.operation !== "create") {
        expect(entry.ifMatch, `If-Match of ${entry.operation}`).to.match(/^"[^"]+"$/);
      }
      const over = carriedOut && this.#unseen.has(entry.cloudAddress ?? "");
      expect(over, `a ${entry.operation} over what somebody else wrote and nobody has seen`).to.equal(false);
    }
  }

  /** What is sent is what is declared, so that at no moment an access list is wider. */
  #expectAsDeclared({ entry }: Request, { after }: RunResult): void {
    if (entry.body === undefined) return;
    const name = this.before.find(({ id }) => id === entry.cloudAddress)?.name;
    const declared = name === undefined ? names : [name];
    const body = entry.body as Bag;
    this.ledger.expectMarked(body);
    const known = new Map([...this.before, ...after].map(({ id, name }) => [id, name]));
    const admitted = ((body["accessControl"] as Bag | undefined)?.["cloudAddresses"] ?? []) as string[];
    // The state of a killed run does not say which resource an address was made for.
    const ofLost = admitted.filter((id) => !known.has(id));
    for (const id of ofLost) expect(this.#heldBefore, "an address from nowhere").not.to.include(id);
    const nameOf = (id: string): string => known.get(id) ?? "lost";
    const texts = declared.flatMap((one) => {
      const declaration = this.order.program[one];
      if (declaration === undefined) return [];
      const referred = referredTo(one, declaration, this.order.program);
      const characteristics = (cloudAddresses: readonly string[]): string =>
        characteristicsText(withAddresses(declaration, cloudAddresses));
      if (ofLost.length === 0) return [characteristics(referred)];
      const left = referred.filter((other) => !admitted.some((id) => nameOf(id) === other));
      return left.length === ofLost.length
        ? [characteristics([...referred.filter((other) => !left.includes(other)), "lost"])]
        : [];
    });
    expect(texts, "what is sent is what is declared").to.include(
      characteristicsText(withAddresses(body, admitted.map(nameOf))),
    );
  }

  /** What is replaced is deleted only when there is another address in its place. */
  #expectCreatedBeforeDeleted(requests: readonly Request[], { after }: RunResult): void {
    if (this.order.command !== "up") return;
    const made = requests.filter(({ entry }) => entry.operation === "create");
    const others = [...this.before, ...after].filter(
      ({ id }) => !made.some(({ entry }) => entry.cloudAddress === id),
    );
    for (const request of requests.filter(({ entry }) => entry.operation === "delete")) {
      const id = request.entry.cloudAddress;
      const name = this.before.find((one) => one.id === id)?.name;
      if (name === undefined || this.order.program[name] === undefined) continue;
      const isEarlier = ({ entry }: Request): boolean => entry.sequence < request.entry.sequence;
      const hasOther = others.some((one) => one.name === name && one.id !== id);
      expect(hasOther || made.some(isEarlier), "another address before a deletion").to.equal(true);
    }
  }

  #enterCreated(
    requests: readonly Request[],
    { after, killed, pendingCreates, failedCreates }: RunResult,
  ): void {
    const creates = requests.filter(({ entry }) => entry.operation === "create");
    const answered = new Set(
      creates
        .filter((one) => one.answered && one.entry.status === 201)
        .map(({ entry }) => entry.cloudAddress),
    );
    const made = creates
      .filter(({ carriedOut }) => carriedOut)
      .flatMap(({ entry }) => entry.cloudAddress ?? []);
    const kept = new Map(after.map((resource) => [resource.id, resource]));
    const lost = made.filter((id) => !kept.has(id));
    const reports = [...failedCreates.values()].filter((report) => report.includes("vnc-cloud audit"));
    for (const [index, id] of lost.entries()) {
      if (!killed) expect(answered, "an address and its password were lost").not.to.include(id);
      this.ledger.orphaned(id, reports[index], killed);
    }
    const explained = new Set([...pendingCreates, ...failedCreates.keys()]);
    expect(lost.length, "addresses that no pending operation and no error explains").to.be.at.most(
      explained.size,
    );
    for (const { id, name } of after) {
      if (this.#wasThere(id)) continue;
      if (!made.includes(id)) this.ledger.recovered(id, name);
      this.ledger.created(id, (this.order.program[name] ?? {}) as Bag);
    }
    expect(new Set(made), "addresses made twice").to.have.property("size", made.length);
  }

  #enterWrites(
    id: string,
    requests: readonly Request[],
    resource: Resource | undefined,
    { killed }: RunResult,
  ): void {
    const old = this.before.find((one) => one.id === id) as Resource;
    const declared = this.#declared(old);
    const changes = requests.filter(({ entry }) => entry.operation === "change");
    const resets = requests.filter(({ entry, carriedOut }) => entry.operation === "reset" && carriedOut);
    if (resets.length > 0) {
      expect(this.ledger.asksForReset(id, declared), `a reset of ${old.name} that nobody asked for`).to.equal(
        true,
      );
    }
    if (resource === undefined) return;
    const isLost = killed && !this.#isCurrent(resource);
    for (const { entry } of changes) {
      if (isLost || entry.status !== 200) this.ledger.sent(id, characteristicsText(entry.body as Bag));
    }
    const carriedOut = requests.filter((request) => request.carriedOut);
    const lastAnswered = resets.at(-1)?.answered === true;
    if (isLost) {
      if (carriedOut.length > 0) this.ledger.lostWrite(id, resets.length > 0);
      return;
    }
    if (carriedOut.some(({ answered }) => !answered))
      this.ledger.lostWrite(id, resets.length > 0 && !lastAnswered);
    if (lastAnswered) this.ledger.reset(id, declared);
    else expect(resource.outputs["cloudPassword"], "a password").to.equal(old.outputs["cloudPassword"]);
  }

  #enterCompleted({ completed, after, killed }: RunResult): void {
    // A preview, and a refresh that finds a change, tell of their steps in the same words.
    if (this.order.command !== "up") return;
    for (const resource of after.filter(({ id }) => this.#wasThere(id))) {
      const { name, id, inputs, outputs } = resource;
      // What was told of may not have been saved any more.
      if (killed && !this.#isCurrent(resource)) continue;
      if (!completed.includes(`update ${name}`) || this.#isReplaced(name, id, after)) continue;
      this.ledger.updated(id, (this.order.program[name] ?? {}) as Bag);
      expect(characteristicsText(outputs), "what an update leaves").to.equal(characteristicsText(inputs));
    }
  }

  #isReplaced(name: Name, id: string, after: readonly Resource[]): boolean {
    return after.some((one) => one.name === name && one.id !== id);
  }

  /** What the program asks of an address that was there before the run: nothing, if it has been replaced. */
  #declared({ name, id }: Resource): Bag {
    const newest = this.before.find((one) => one.name === name);
    return (newest?.id === id ? (this.order.program[name] ?? {}) : {}) as Bag;
  }

  #isCurrent({ id, outputs }: Resource): boolean {
    const etag = this.#held().get(id)?.etag.replaceAll('"', "");
    return etag !== undefined && outputs["writtenEtag"] === etag;
  }

  #wasThere(id: string): boolean {
    return this.before.some((one) => one.id === id);
  }

  #isUnseen({ id, name, outputs }: Resource): boolean {
    // A refresh sees everything before anything is written.
    if (this.order.refresh) return false;
    const now = this.#held().get(id);
    if (now === undefined) return false;
    const text = characteristicsText(now);
    if (text === characteristicsText(outputs) || this.ledger.wasSent(id, text)) return false;
    const declaration = this.order.command === "up" ? this.order.program[name] : undefined;
    if (declaration === undefined) return true;
    const ids = new Map(this.before.map((one) => [one.name, one.id]));
    const referred = referredTo(name, declaration, this.order.program).map((other) => ids.get(other) ?? "");
    return text !== characteristicsText(withAddresses(declaration, referred));
  }

  #held(): Map<string, { etag: string }> {
    return new Map(this.emulator.snapshot().addresses.map((address) => [address.cloudAddress, address]));
  }
}
