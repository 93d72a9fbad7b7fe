import type { Preview } from "./preview";
import { refuseFailed } from "./read-preview-json";
import { previewOf } from "./read-step";

/** One event of the engine, as far as we read it. */
interface EngineEvent {
  readonly resourcePreEvent?: { readonly metadata?: Record<string, unknown> };
  readonly diagnosticEvent?: { readonly severity?: unknown; readonly message?: unknown };
  readonly summaryEvent?: unknown;
}

/**
 * The steps in a log of the engine's events, one JSON object a line: what `--event-log` writes and what
 * `PULUMI_ENABLE_STREAMING_JSON_PREVIEW=true pulumi preview --json` prints.
 * @param origin Where it was read from, for errors.
 * @returns Undefined if the text is no such log.
 * @throws Error if the log breaks off, or its preview failed: its steps are then not all that would be done.
 */
export function readEventLog(content: string, origin: string): Preview | undefined {
  const events = parseLines(content);
  if (!events) return undefined;
  refuseFailed(
    events.flatMap((event) => event.diagnosticEvent ?? []),
    origin,
  );
  if (!events.some((event) => event.summaryEvent)) {
    throw new Error(
      `${origin} is a log of engine events that breaks off: it has no summary. Was the preview stopped?`,
    );
  }
  return previewOf(
    events.flatMap((event) => {
      const metadata = event.resourcePreEvent?.metadata;
      return metadata
        ? { op: metadata.op, urn: metadata.urn, before: metadata.old, after: metadata.new }
        : [];
    }),
  );
}

function parseLines(content: string): EngineEvent[] | undefined {
  try {
    const events = content
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line): unknown => JSON.parse(line));
    return events.length > 0 && events.every(isEvent) ? events : undefined;
  } catch {
    return undefined;
  }
}

function isEvent(parsed: unknown): parsed is EngineEvent {
  return typeof parsed === "object" && parsed !== null && "sequence" in parsed;
}
