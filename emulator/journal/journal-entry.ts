import type { OperationName } from "../wire/route";

/** One request as the emulator saw it. It has no credentials and no password. */
export interface JournalEntry {
  /** From 1, in the order of arrival; never used twice. */
  sequence: number;
  /** When it arrived, in milliseconds since the epoch. */
  time: number;
  operation: OperationName | "unknown";
  method: string;
  /** The path as sent, without the query. */
  path: string;
  /** The query as sent, without its question mark; empty when there is none. */
  query: string;
  /** The status that was answered; 0 while there is none, and for ever when a fault took the answer. */
  status: number;
  /** The address of the path, or the one that a create made. */
  cloudAddress?: string;
  ifMatch?: string;
  accept?: string;
  contentType?: string;
  userAgent?: string;
  /** The JSON request body, up to 16 KiB, without what looks like a secret and what is nested deeper than 32 levels. */
  body?: unknown;
  /** Number of the connection that it came on, from 1. */
  connection: number;
  /** How many connections that carried requests of the API were open when it came, its own included. */
  openConnections: number;
  /** The id of the fault plan that fired. */
  fault?: string;
  /** Why it failed, with the rule. */
  reason?: string;
}
