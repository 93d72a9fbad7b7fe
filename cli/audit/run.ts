import type { CommandContext } from "../command/command-module";
import { canAsk, confirm } from "../command/confirm";
import type { Surroundings } from "../command/surroundings";
import { ExitCode } from "../exit-code/exit-code";
import { styler } from "../output/colour";
import { jsonArraysText } from "../output/json";
import { addresses } from "../output/counted";
import { note, warn } from "../output/notice";
import { writeAll } from "../output/write";
import { standardInput } from "../stack/read-text";
import { audit, type Audit } from "./audit";
import { deleteOrphans, reasonToKeep, type Deletion } from "./delete-orphans";
import { inOrder, type Finding } from "./finding";
import type { AuditFlags } from "./flags";
import { reportText } from "./report";
import { States } from "./states";

/** Compares the service with states, reports what is wrong, and deletes orphans if that is asked for. */
export async function runAudit(
  files: readonly string[],
  flags: AuditFlags,
  context: CommandContext,
): Promise<void> {
  refuse(files, flags, context);
  const states = await States.open(files, flags.stack, context);
  const audited = await audit(flags.account, states, context);
  for (const text of audited.notes) note(context, text);
  for (const text of audited.doubts) warn(context, text);
  const deletions = flags.deleteOrphans
    ? await deleteAll(audited, flags, context)
    : new Map<string, Deletion>();

  const findings = inOrder(audited.accounts.flatMap((account) => findingsOf(account, deletions)));
  const texts = flags.json
    ? jsonArraysText({ findings: findings.map((finding) => JSON.stringify(finding)) })
    : reportText(audited, findings, styler(context.output, context.environment));
  await writeAll(context.output, texts);

  const isGone = ({ cloudAddress }: Finding) => deletions.get(cloudAddress)?.deleted === true;
  if (!findings.every(isGone)) context.exitWith(ExitCode.findings);
  else if (audited.doubts.length > 0) context.exitWith(ExitCode.failure);
}

/** @throws Error for a command line that cannot mean what it says, before anything is read. */
function refuse(files: readonly string[], flags: AuditFlags, context: CommandContext): void {
  if (files.filter((file) => file === standardInput).length > 1) {
    throw new Error("Standard input (-) can be given only once.");
  }
  if (flags.yes && !flags.deleteOrphans) {
    throw new Error("--yes answers the question of --delete-orphans, which was not given.");
  }
  if (flags.deleteOrphans && !flags.yes && !canAsk(context)) {
    throw new Error(
      "--delete-orphans asks before it deletes, and standard input is no terminal. Nothing was done. Add --yes to " +
        "delete without a question.",
    );
  }
}

function findingsOf(
  { findings, orphans }: Audit["accounts"][number],
  deletions: ReadonlyMap<string, Deletion>,
): Finding[] {
  const orphaned = orphans.map(({ finding }) => {
    const deletion = deletions.get(finding.cloudAddress);
    return deletion ? { ...finding, detail: `${finding.detail}; ${deletion.text}` } : finding;
  });
  return [...orphaned, ...findings];
}

async function deleteAll(
  audited: Audit,
  flags: AuditFlags,
  surroundings: Surroundings,
): Promise<Map<string, Deletion>> {
  const deletions = new Map<string, Deletion>();
  const keep = (cloudAddress: string, text: string) => deletions.set(cloudAddress, { deleted: false, text });
  const isMeant = flags.yes ? !knowsNothing(audited) : true;
  const chosen = audited.accounts.map((account) => ({
    account,
    orphans: account.orphans.filter((orphan) => {
      const reason = isMeant ? reasonToKeep(orphan) : nothingKnown;
      if (reason !== undefined) keep(orphan.cloudAddress, reason);
      return reason === undefined;
    }),
  }));
  const all = chosen.flatMap(({ orphans }) => orphans);
  if (all.length === 0) return deletions;
  if (!flags.yes) {
    for (const { finding } of all) note(surroundings, `${finding.cloudAddress}\n  ${finding.detail}`);
    const existing = audited.accounts.reduce((sum, account) => sum + account.existing, 0);
    const question = `Delete these ${all.length} of ${addresses(existing)} for good?`;
    if (!(await confirm(question, surroundings))) return deletions;
  }
  for (const { account, orphans } of chosen) {
    for (const [cloudAddress, deletion] of await deleteOrphans(account, orphans, surroundings)) {
      deletions.set(cloudAddress, deletion);
    }
  }
  return deletions;
}

const nothingKnown =
  "left alone, since the given states have no cloud address at all, so every address of the account would go: " +
  "delete them on a terminal, without --yes";

function knowsNothing({ known }: Audit): boolean {
  return known.accounts().size === 0;
}
