/** The options of `vnc-cloud doctor`. */
export interface DoctorFlags {
  readonly account?: string;
  readonly stack?: string;
  readonly json?: true;
}
