/** The options of `vnc-cloud list`. */
export interface ListFlags {
  readonly details?: true;
  readonly json?: true;
  readonly account?: string;
}
