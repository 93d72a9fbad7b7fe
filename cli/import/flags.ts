/** The options of `vnc-cloud import` as commander gives them. */
export interface ImportFlags {
  readonly all?: true;
  readonly out: string;
  readonly program?: string;
  readonly nameTemplate: string;
  readonly excludeManaged: readonly string[];
  readonly passwords?: string;
  readonly json?: true;
  readonly account?: string;
}
