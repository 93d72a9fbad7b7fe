import type { Preview } from "./preview";
import { previewOf } from "./read-step";

interface WrittenPreview {
  readonly steps?: readonly Record<string, unknown>[];
  readonly diagnostics?: readonly { readonly severity?: unknown; readonly message?: unknown }[];
}

/** Whether a parsed text has the form that `pulumi preview --json` prints. */
export function isPreviewJson(parsed: unknown): parsed is WrittenPreview {
  return typeof parsed === "object" && parsed !== null && ("steps" in parsed || "changeSummary" in parsed);
}

/**
 * The steps in what `pulumi preview --json` printed.
 * @param origin Where it was read from, for errors.
 * @throws Error if the preview failed: its steps are then not all that would be done.
 */
export function readPreviewJson(parsed: WrittenPreview, origin: string): Preview {
  refuseFailed(
    (parsed.diagnostics ?? []).map(({ severity, message }) => ({ severity, message })),
    origin,
  );
  return previewOf(
    (parsed.steps ?? []).map((step) => ({
      op: step.op,
      urn: step.urn,
      before: step.oldState,
      after: step.newState,
    })),
  );
}

/** @throws Error if one of these messages of the engine is an error. */
export function refuseFailed(
  messages: Iterable<{ readonly severity?: unknown; readonly message?: unknown }>,
  origin: string,
): void {
  for (const { severity, message } of messages) {
    if (severity !== "error") continue;
    throw new Error(
      `${origin} is a preview that failed, so what it would change cannot be told. It says: ${String(message).trim()}`,
    );
  }
}
