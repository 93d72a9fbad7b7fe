/** The options of `vnc-cloud emulator` as commander gives them: texts, not checked yet. */
export interface EmulatorFlags {
  readonly port: string;
  readonly host: string;
  readonly account: readonly string[];
  readonly data?: string;
  readonly readiness: string;
  readonly quirk: readonly string[];
  readonly latency: string;
  readonly journalLimit: string;
  readonly apiKeyPattern?: string;
}
