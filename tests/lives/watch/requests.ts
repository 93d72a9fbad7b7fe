import type { Emulator, Fault, JournalEntry } from "../../../emulator";

/** A request of one call, with what became of it. */
export interface Request {
  readonly entry: JournalEntry;
  /** The service did what was asked. */
  readonly carriedOut: boolean;
  /** The provider got the service's own answer, whole. */
  readonly answered: boolean;
}

const beforeProcessing = new Set<Fault["kind"]>(["status", "reset", "hangUp", "stall", "redirect"]);
const lateAnswers = new Set<Fault["kind"]>(["delay", "commitThenDelay"]);

/** The requests since the journal was last cleared. */
export function requestsOf(emulator: Emulator): Request[] {
  const kinds = new Map(emulator.faults().map(({ id, plan }) => [id, plan.fault.kind]));
  return emulator.journal().map((entry) => {
    const kind = entry.fault === undefined ? undefined : kinds.get(entry.fault);
    const processed = kind === undefined || !beforeProcessing.has(kind);
    return {
      entry,
      carriedOut: processed && entry.reason === undefined,
      answered: processed && (kind === undefined || lateAnswers.has(kind)),
    };
  });
}

export function isWrite({ entry }: Request): boolean {
  return ["create", "change", "reset", "delete"].includes(entry.operation);
}
