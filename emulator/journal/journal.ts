import type { OperationName } from "../wire/route";
import type { JournalEntry } from "./journal-entry";

/** How many requests came, by operation. */
export type RequestCounts = Record<OperationName | "unknown", number>;

/** The latest requests, up to a limit, and the counts of all. */
export class Journal {
  readonly #entries = new Map<number, JournalEntry>();
  #counts = noRequests();
  #lastSequence = 0;

  constructor(readonly limit: number) {}

  /** Adds an entry and forgets the oldest one above the limit. The entry may be completed later. */
  record(entry: Omit<JournalEntry, "sequence">): JournalEntry {
    this.#lastSequence += 1;
    const numbered: JournalEntry = { sequence: this.#lastSequence, ...entry };
    this.#counts[entry.operation] += 1;
    this.#entries.set(numbered.sequence, numbered);
    if (this.#entries.size > this.limit) {
      this.#entries.delete(this.#entries.keys().next().value!);
    }
    return numbered;
  }

  /** A copy, in the order of arrival. */
  entries(): JournalEntry[] {
    return [...this.#entries.values()].map((entry) => structuredClone(entry));
  }

  /** All requests since the start or the last clear, also those whose entries were forgotten. */
  counts(): RequestCounts {
    return { ...this.#counts };
  }

  /** Forgets entries and counts. The sequence goes on. */
  clear(): void {
    this.#entries.clear();
    this.#counts = noRequests();
  }
}

function noRequests(): RequestCounts {
  return { create: 0, list: 0, ready: 0, details: 0, change: 0, reset: 0, delete: 0, unknown: 0 };
}
