/** What the process tells the shell. Every command uses these and no others; `--help` prints them. */
export const ExitCode = {
  /** It was done, and there is nothing to report. */
  success: 0,
  /** It could not be done, or could not be told: bad usage, unreadable input, a failed request. */
  failure: 1,
  /** It was done, and there are findings (`audit`, `doctor`). */
  findings: 2,
  /** `access diff --fail-on-widening`: the change opens access, or may open it. */
  widening: 3,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

const meanings: Record<ExitCode, string> = {
  0: "done, nothing to report",
  1: "not done, or could not tell (the message says why)",
  2: "done, with findings",
  3: "the change opens access, or may open it (with --fail-on-widening)",
};

/** The closing paragraph of a `--help` page that lists what a command may exit with. */
export function exitCodeHelp(...codes: ExitCode[]): string {
  return ["", "Exit codes:", ...codes.map((code) => `  ${code}  ${meanings[code]}`), ""].join("\n");
}
