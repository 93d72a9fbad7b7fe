import type { JournalEntry } from "../../../emulator";

/** How many requests there were of each operation; one that was not asked for is absent. */
export type RequestCounts = Partial<Record<JournalEntry["operation"], number>>;

export function countRequests(requests: readonly JournalEntry[]): RequestCounts {
  const counts: RequestCounts = {};
  for (const { operation } of requests) counts[operation] = (counts[operation] ?? 0) + 1;
  return counts;
}

/** Those of the requests that change something at the service. */
export function writesAmong(requests: readonly JournalEntry[]): JournalEntry[] {
  return requests.filter(({ method }) => method !== "GET");
}
