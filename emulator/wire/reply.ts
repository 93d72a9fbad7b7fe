import type { ErrorCode } from "../validation/error-code";

/** What an operation answers, before it has the form of bytes. */
export interface Reply {
  status: number;
  headers?: Record<string, string>;
  /** The body; without it the answer has none. */
  json?: unknown;
  /** The error code of a 400 that has one (rule 10). */
  errorCode?: ErrorCode;
  /** Why a request failed, with the rule, for the journal. Never on the wire and never with a secret. */
  reason?: string;
  /** The address that a create made, for the journal. */
  cloudAddress?: string;
}

/** A failure without an error code. */
export function refuse(status: number, reason: string, headers: Record<string, string> = {}): Reply {
  return { status, reason, headers };
}

/** A 400 with an error code (rule 10). */
export function refuseWithCode(errorCode: ErrorCode): Reply {
  return { status: 400, errorCode, reason: `error code ${errorCode}` };
}
