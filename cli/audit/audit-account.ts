import { BadRequestError, InvalidCloudAddressError, NotFoundError } from "../../client";
import { expecting, startProgress, type Progress } from "../output/progress";
import type { Surroundings } from "../command/surroundings";
import { readAddresses, type AddressReading } from "../service/read-addresses";
import type { Service } from "../service/service";
import { withService } from "../service/with-service";
import type { Finding } from "./finding";
import { judgeKnown, judgeMissing, judgeOpenness } from "./judge";
import type { KnownAddress, KnownAddresses } from "./known-addresses";
import { accountText, type Listing } from "./listing";
import { describeOrphan, type Orphan } from "./orphan";
import { References } from "./references";

/** What an audit of one account is made with. */
export interface AccountAuditInput {
  readonly listing: Listing;
  readonly known: KnownAddresses;
  /** Addresses of the states that belong to this account and are not in its list, which proves nothing (A36, A38). */
  readonly unlisted: readonly string[];
  /** Addresses that exist, or may, although this account does not have them. */
  readonly elsewhere: ReadonlySet<string>;
  /** Whether listen addresses may be open. */
  readonly allowsOpenListeners: boolean;
}

/** What came of it. */
export interface AccountAudit {
  readonly listing: Listing;
  /** Without the orphans. */
  readonly findings: readonly Finding[];
  readonly orphans: readonly Orphan[];
  /** What could not be told, as sentences. */
  readonly doubts: readonly string[];
  /** How many addresses the service has of those that were looked at. */
  readonly existing: number;
}

/** Reads every address of an account, one GET each, and judges it against the states. */
export async function auditAccount(
  input: AccountAuditInput,
  surroundings: Surroundings,
): Promise<AccountAudit> {
  const progress = startProgress(surroundings.errors, `Auditing ${accountText(input.listing)}`);
  try {
    return await withService(input.listing.account, surroundings, (service) =>
      audit(service, input, progress),
    );
  } finally {
    progress.stop();
  }
}

async function audit(
  service: Service,
  { listing, known, unlisted, elsewhere, allowsOpenListeners }: AccountAuditInput,
  progress: Progress,
): Promise<AccountAudit> {
  const findings: Finding[] = [];
  const orphans: Orphan[] = [];
  const doubts = new Set<string>();
  const references = new References();
  const existing = new Set<string>();
  const found = (finding: Finding | undefined) => finding && findings.push(finding);

  const judge = (reading: AddressReading) => {
    const { cloudAddress, details } = reading;
    const state = known.get(cloudAddress);
    if (details === undefined) {
      if (!(reading.problem instanceof NotFoundError)) doubts.add(reading.problem.message);
      // One that no state has was deleted since it was listed.
      else if (state) found(judgeMissing(state));
      return;
    }
    existing.add(cloudAddress);
    references.add(details);
    if (state) found(judgeKnown(details, state));
    else orphans.push(describeOrphan(details, known));
    if (!allowsOpenListeners) found(judgeOpenness(details, state));
  };

  const toRead = [...listing.cloudAddresses, ...unlisted];
  for await (const reading of readAddresses(service, expecting(toRead, progress))) {
    progress.advance();
    judge(reading);
  }

  const inDoubt = [...references.named()].filter((named) => !existing.has(named) && !elsewhere.has(named));
  for await (const reading of readAddresses(service, expecting(inDoubt, progress))) {
    progress.advance();
    if (reading.details !== undefined) continue;
    if (!isAbsence(reading.problem)) {
      doubts.add(reading.problem.message);
      continue;
    }
    for (const listener of references.listenersOf(reading.cloudAddress)) {
      found(danglingReference(listener, reading.cloudAddress, known.get(listener)));
    }
  }
  return { listing, findings, orphans, doubts: [...doubts], existing: existing.size };
}

/** Whether it says that there is no such address: it is unknown, or cannot be one (A57). */
function isAbsence(problem: Error): boolean {
  return (
    problem instanceof NotFoundError ||
    problem instanceof BadRequestError ||
    problem instanceof InvalidCloudAddressError
  );
}

function danglingReference(listener: string, named: string, state: KnownAddress | undefined): Finding {
  return {
    kind: "dangling-reference",
    cloudAddress: listener,
    ...(state && { resource: state.resource.urn }),
    detail: `its access list names ${named}, which does not exist under this API key`,
  };
}
