import type { AccessAddress } from "../world/address";

/** What a lint can find. */
export type LintKind =
  /** An access list names a group that nobody is a member of. */
  | "group-without-member"
  /** Somebody is a member of a group that no access list names. */
  | "group-not-listed"
  /** Two group names that a person could take for each other. */
  | "similar-group-names"
  /** Members under one API key, a list that names the group under another: the documentation leaves open if it counts. */
  | "group-across-keys"
  /** A listen address without access control: every connect address of its API key may connect (rule 20). */
  | "open-listener"
  /** An access list names an address that is not there (A21). */
  | "listed-address-missing"
  /** An access list names an address that is no connect address. */
  | "listed-address-listens"
  /** A listen address that nobody can reach. */
  | "unreachable-listener"
  /** A connect address that reaches nobody. */
  | "connector-without-access";

/** One thing that a person should look at. */
export interface LintFinding {
  readonly kind: LintKind;
  /** The names in question: groups, or addresses that lists name. Empty if it is about the addresses themselves. */
  readonly names: readonly string[];
  /** The addresses that it is about. */
  readonly addresses: readonly AccessAddress[];
  /** One sentence for people, without the addresses. */
  readonly message: string;
}
