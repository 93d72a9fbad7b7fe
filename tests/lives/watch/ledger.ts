import { expect } from "chai";
import type { Emulator } from "../../../emulator";
import type { Bag } from "../engine/provider-calls";
import { markersOf } from "./characteristics";

/** What is known of one address, reckoned from what happened and from nothing that the provider returned. */
interface Account {
  /** Password version that was applied last. */
  passwordVersion: string | number | undefined;
  /** Somebody else wrote, or a write of ours was lost, since our last reset. */
  foreignWrite: boolean;
  /** The characteristics changed without the state knowing of it, which a refresh shows as drift. */
  unseenEdit: boolean;
  /** Why the recorded password may be void. */
  doubt?: "foreign reset" | "unnoticeable reset" | "lost reset" | undefined;
}

/** The books of a life: what every address may be expected to be. */
export class Ledger {
  readonly #accounts = new Map<string, Account>();
  readonly #orphans = new Set<string>();
  readonly #sent = new Set<string>();
  readonly #texts: string[] = [];

  constructor(
    private readonly emulator: Emulator,
    private readonly markers: boolean,
  ) {}

  /** A line that the user reads: a warning, or the message of an error. */
  said(message: string): void {
    this.#texts.push(message);
  }

  /** Characteristics were sent: they carry a marker where they can, if markers are configured. */
  expectMarked(body: Bag): void {
    const isOpen =
      body["accessControl"] === undefined && (body["allowedActions"] as string[])[0] === "listen";
    expect(markersOf(body), "the markers of what is sent").to.have.length(this.markers && !isOpen ? 1 : 0);
  }

  created(id: string, inputs: Bag): void {
    this.#accounts.set(id, {
      passwordVersion: inputs["passwordVersion"] as string | number | undefined,
      foreignWrite: false,
      unseenEdit: false,
    });
  }

  /** An address was made that no state has. */
  orphaned(id: string, failure: string | undefined, killed: boolean): void {
    if (!killed && !this.markers) expect(failure, "the report of an orphan").to.match(/vnc-cloud audit/);
    this.#orphans.add(id);
  }

  /** The addresses that the service has and no state. */
  get orphans(): string[] {
    return this.#held().filter((id) => this.#orphans.has(id));
  }

  isOrphan(id: string): boolean {
    return this.#orphans.has(id);
  }

  recovered(id: string, name: string): void {
    expect(this.markers, `${name} took over ${id}`).to.equal(true);
    expect([...this.#orphans], "what may be taken over").to.include(id);
    this.#orphans.delete(id);
  }

  updated(id: string, inputs: Bag): void {
    this.#of(id).passwordVersion = inputs["passwordVersion"] as string | number | undefined;
  }

  /** A reset of ours was answered. */
  reset(id: string, inputs: Bag): void {
    this.updated(id, inputs);
    Object.assign(this.#of(id), { foreignWrite: false, unseenEdit: false, doubt: undefined });
  }

  /** A write of ours was carried out and its answer did not reach the state. */
  lostWrite(id: string, password: boolean): void {
    Object.assign(this.#of(id), { foreignWrite: true, unseenEdit: true });
    if (password) this.#of(id).doubt = "lost reset";
  }

  /** @param noticeable whether the state has the version of our own last write, so that another one can be told. */
  foreignWrite(id: string, password: boolean, noticeable: boolean): void {
    const account = this.#accounts.get(id);
    if (account === undefined) return;
    account.foreignWrite = true;
    if (password) account.doubt = noticeable ? "foreign reset" : "unnoticeable reset";
    else account.unseenEdit = true;
  }

  /** A change was sent whose answer was no success. From then on a version cannot be told to be somebody else's. */
  sent(id: string, characteristics: string): void {
    const account = this.#of(id);
    if (account.doubt === "foreign reset") account.doubt = "unnoticeable reset";
    this.#sent.add(`${id} ${characteristics}`);
  }

  /** Whether an address may have characteristics because we sent them. */
  wasSent(id: string, characteristics: string): boolean {
    return this.#sent.has(`${id} ${characteristics}`);
  }

  /** Whether the program asks for another password than the address has. */
  asksForReset(id: string, inputs: Bag): boolean {
    const { passwordVersion, foreignWrite } = this.#of(id);
    const wanted = inputs["passwordVersion"] as string | number | undefined;
    if (inputs["onExternalChange"] === "resetPassword" && foreignWrite) return true;
    return (
      wanted !== undefined &&
      (passwordVersion === undefined || passwordVersion.toString() !== wanted.toString())
    );
  }

  /** What has to hold between any two happenings. */
  expectBalance(resources: readonly { id: string; outputs: Bag }[]): void {
    const held = this.#held();
    const explained = new Set([...resources.map(({ id }) => id), ...this.#orphans]);
    expect(
      held.filter((id) => !explained.has(id)),
      "addresses that nothing explains",
    ).to.deep.equal([]);
    for (const { id, outputs } of resources) {
      if (held.includes(id) && this.#of(id).doubt === undefined) this.expectPassword(id, outputs);
    }
    this.#expectNoSecret(resources.map(({ outputs }) => outputs["cloudPassword"] as string | undefined));
  }

  /** In a calm end every recorded password is valid, or the user has been told that it may not be. */
  expectPasswordsKnown(resources: readonly { id: string; outputs: Bag }[]): void {
    for (const { id, outputs } of resources) {
      const { doubt, unseenEdit } = this.#of(id);
      const told = unseenEdit || this.#texts.some((text) => text.includes(id) && /password/.test(text));
      if (doubt === "unnoticeable reset") continue;
      if (doubt !== undefined && told && outputs["onExternalChange"] !== "resetPassword") continue;
      this.expectPassword(id, outputs, doubt);
    }
  }

  expectPassword(id: string, outputs: Bag, doubt?: string): void {
    const password = (outputs["cloudPassword"] ?? "") as string;
    expect(
      this.emulator.verifyPassword(id, password),
      `the password of ${id} (${doubt ?? "no doubt"})`,
    ).to.equal(true);
  }

  #expectNoSecret(passwords: readonly (string | undefined)[]): void {
    for (const secret of [...passwords, "lives-secret-5d20"]) {
      if (secret === undefined) continue;
      expect(
        this.#texts.find((text) => text.includes(secret)),
        "a secret in a message",
      ).to.equal(undefined);
    }
  }

  #held(): string[] {
    return this.emulator.snapshot().addresses.map(({ cloudAddress }) => cloudAddress);
  }

  #of(id: string): Account {
    const account = this.#accounts.get(id);
    if (account === undefined) throw new Error(`The ledger has no account for ${id}.`);
    return account;
  }
}
