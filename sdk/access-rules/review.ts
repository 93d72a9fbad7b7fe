import { createWorld, selectAddresses, type AccessAddress, type NeverRule } from "../../access/index";
import * as pulumi from "../pulumi/pulumi";
import type { DeclaredAddress } from "./declared-address";
import { readDeclaredAddress, type ReadAddress } from "./read-declared-address";
import { violationsOf, violationText } from "./violations";

/** A rule that forbids more than this is not looked at further. */
const mostReported = 1000;

/**
 * Watches the addresses of the program: whenever all that are declared so far are read, it checks them by every rule,
 * and fails the run with what is new.
 */
export class Review {
  private readonly rules: NeverRule[] = [];
  private readonly addresses: ReadAddress[] = [];
  private readonly reported = new Set<string>();
  private pending = 0;

  add(declared: DeclaredAddress): void {
    this.await(
      readDeclaredAddress(declared).then(
        (address) => void this.addresses.push(address),
        // Its own registration fails with this error, and the run with it.
        () => {},
      ),
    );
  }

  addRule(rule: NeverRule): void {
    this.rules.push(rule);
    this.await(Promise.resolve());
  }

  private await(reading: Promise<unknown>): void {
    this.pending++;
    void reading.then(() => setImmediate(() => --this.pending === 0 && this.check()));
  }

  private check(): void {
    const byResource = new Map(this.addresses.map((read) => [read.resource, read.address]));
    const addresses = this.addresses.map((read) => read.narrowed(byResource));
    const world = createWorld(addresses, new Set());
    const failures: string[] = [];
    for (const rule of this.rules) {
      this.warnOfNothing(rule, addresses);
      const violations: string[] = [];
      for (const text of violationsOf(world, rule)) {
        if (!this.isReported(rule, text)) violations.push(text);
        if (violations.length === mostReported) break;
      }
      if (violations.length > 0) failures.push(violationText(rule, violations));
    }
    if (failures.length > 0) fail(failures.join("\n\n"));
  }

  private isReported(rule: NeverRule, text: string): boolean {
    const name = `${this.rules.indexOf(rule)} ${text}`;
    const isReported = this.reported.has(name);
    this.reported.add(name);
    return isReported;
  }

  private warnOfNothing(rule: NeverRule, addresses: readonly AccessAddress[]): void {
    const listeners = addresses.filter(({ action }) => action !== "connect");
    if (selectAddresses(listeners, rule.to).length > 0 || this.isReported(rule, "nothing")) return;
    void pulumi.log.warn(
      `assertAccess guards nothing: never.to ${JSON.stringify(rule.to)} selects no listen address of the program.`,
    );
  }
}

/** By a rejection that nobody handles, because a logged error would not fail the run. Its stack would tell nothing. */
function fail(message: string): void {
  void Promise.reject(Object.assign(new pulumi.RunError(message), { stack: "" }));
}
