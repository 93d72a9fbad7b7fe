/** `note` = it works, with a limit; `unknown` = it could not be told. */
export type CheckResult = "ok" | "note" | "wrong" | "unknown";

/** What was looked at, in the order of the report. The names are part of the output for machines. */
export type CheckName =
  "node" | "pulumi-sdk" | "package" | "pulumi-cli" | "endpoint" | "clock" | "credentials";

/** One thing that was looked at. */
export interface Check {
  readonly check: CheckName;
  readonly result: CheckResult;
  readonly detail: string;
  /** What to do about it. */
  readonly advice?: string;
}
