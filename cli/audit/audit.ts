import { Configuration } from "../../provider/configuration/configuration";
import type { Surroundings } from "../command/surroundings";
import { addresses } from "../output/counted";
import { auditAccount, type AccountAudit } from "./audit-account";
import { KnownAddresses, type KnownAddress } from "./known-addresses";
import { listAccounts, type Listing } from "./listing";
import type { States } from "./states";

/** What an audit of accounts against states came to. */
export interface Audit {
  readonly accounts: readonly AccountAudit[];
  readonly known: KnownAddresses;
  /** What could not be told, as sentences. */
  readonly doubts: readonly string[];
  /** What else is worth knowing. */
  readonly notes: readonly string[];
  /** How the states are called. */
  readonly states: readonly string[];
}

/**
 * Compares what accounts have with what states say.
 * @param named The accounts; none = those that the states name, or the default one if they name none.
 */
export async function audit(
  named: readonly string[],
  states: States,
  surroundings: Surroundings,
): Promise<Audit> {
  const configuration = new Configuration(undefined, surroundings.environment);
  const allowsOpenListeners = configuration.openListeners() === "allow";
  const readStates = async () => {
    const read = await states.read();
    return {
      labels: read.map(({ label }) => label),
      known: new KnownAddresses(read, configuration.ownershipGroup()),
    };
  };
  const { known, labels } = await readStates();
  const accounts = named.length > 0 ? named : accountsOf(known);
  const listings = await listAccounts(accounts, surroundings);
  const assignment = assign(known, listings);
  const audits: AccountAudit[] = [];
  for (const listing of listings) {
    const elsewhere = new Set([
      ...assignment.uncompared.map(({ cloudAddress }) => cloudAddress),
      ...listings.filter((other) => other !== listing).flatMap((other) => [...other.cloudAddresses]),
    ]);
    const unlisted = assignment.unlisted.get(listing) ?? [];
    audits.push(
      await auditAccount({ listing, known, unlisted, elsewhere, allowsOpenListeners }, surroundings),
    );
  }
  const isOrphaned = audits.some(({ orphans }) => orphans.length > 0);
  const latest = isOrphaned && states.areLive ? (await readStates()).known : known;
  const settled = audits.map((account) => withoutKnown(account, latest));
  return {
    accounts: settled,
    known: latest,
    doubts: [...settled.flatMap(({ doubts }) => doubts), ...uncomparedTexts(assignment.uncompared)],
    notes: interruptedCreateNotes(latest, settled),
    states: labels,
  };
}

function accountsOf(known: KnownAddresses): ReadonlySet<string | undefined> {
  const accounts = known.accounts();
  return accounts.size > 0 ? accounts : new Set([undefined]);
}

/** An address that a run has created since the states were read is no orphan. */
function withoutKnown(account: AccountAudit, known: KnownAddresses): AccountAudit {
  const orphans = account.orphans.filter(({ cloudAddress }) => known.get(cloudAddress) === undefined);
  return { ...account, orphans };
}

interface Assignment {
  /** By account, the addresses of the states that are its own and that it does not list. */
  readonly unlisted: ReadonlyMap<Listing, readonly string[]>;
  /** Those that belong to a key that is not audited. */
  readonly uncompared: readonly KnownAddress[];
}

/** Finds the account of each address that no account lists: that of its API key. */
function assign(known: KnownAddresses, listings: readonly Listing[]): Assignment {
  const unlisted = new Map<Listing, string[]>();
  const uncompared: KnownAddress[] = [];
  for (const state of known.all()) {
    const { cloudAddress, resource } = state;
    if (listings.some(({ cloudAddresses }) => cloudAddresses.has(cloudAddress))) continue;
    const isItsAccount = ({ account }: Listing) => account === resource.account;
    const isItsKey = ({ keyFingerprint }: Listing) =>
      resource.keyFingerprint === undefined || resource.keyFingerprint === keyFingerprint;
    const owner =
      listings.find((listing) => isItsKey(listing) && isItsAccount(listing)) ??
      listings.find((listing) => isItsKey(listing) && resource.keyFingerprint !== undefined);
    if (owner === undefined) {
      uncompared.push(state);
      continue;
    }
    const own = unlisted.get(owner) ?? [];
    own.push(cloudAddress);
    unlisted.set(owner, own);
  }
  return { unlisted, uncompared };
}

function uncomparedTexts(uncompared: readonly KnownAddress[]): string[] {
  const counts = new Map<string, number>();
  for (const { resource } of uncompared) {
    const account =
      resource.account === undefined ? "the default account" : `the account ${resource.account}`;
    const owner = `the API key ${resource.keyFingerprint ?? "that is not known"} (${account})`;
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return [...counts].map(
    ([owner, count]) =>
      `${addresses(count)} of the states belong to ${owner}, which was not audited, so nothing can be said about ` +
      "them. Audit them with that key, or name its account with --account.",
  );
}

/** Interrupted creates that no orphan fits to: probably nothing was made, but only the next run settles that. */
function interruptedCreateNotes(known: KnownAddresses, audits: readonly AccountAudit[]): string[] {
  const explained = new Set(
    audits.flatMap(({ orphans }) => orphans.flatMap(({ makers }) => makers.map(({ urn }) => urn))),
  );
  return known.interruptedCreates
    .filter(({ urn }) => !explained.has(urn))
    .map(
      ({ name, project, stack }) =>
        `A run broke off, or is still going on, while it creates ${name} of ${project}/${stack}; no orphan fits to it.`,
    );
}
