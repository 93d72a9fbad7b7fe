/** The options of `vnc-cloud audit` as commander gives them. */
export interface AuditFlags {
  readonly stack: readonly string[];
  readonly account: readonly string[];
  readonly deleteOrphans?: true;
  readonly yes?: true;
  readonly json?: true;
}
