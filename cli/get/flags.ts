/** The options of `vnc-cloud get`. */
export interface GetFlags {
  readonly json?: true;
  readonly account?: string;
}
