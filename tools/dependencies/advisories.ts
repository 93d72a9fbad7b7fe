import { execFile } from "node:child_process";

/** What the registry knows against the packages that are installed with this one. */
export type Advisories =
  /** Sorted by what has to be done about them. */
  | { readonly grave: readonly string[]; readonly others: readonly string[] }
  /** Why the registry could not tell. */
  | { readonly unavailable: string };

interface Report {
  readonly message?: string;
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
}

const grave = new Set(["high", "critical"]);

/** Asks the registry with `npm audit`. A registry that does not answer is no fault of the dependencies. */
export async function askForAdvisories(): Promise<Advisories> {
  const words = ["audit", "--omit=dev", "--json", "--fetch-retries=0", "--fetch-timeout=15000"];
  return readAdvisories(
    await new Promise((resolve) =>
      execFile("npm", words, { timeout: 30_000 }, (_error, stdout) => resolve(stdout)),
    ),
  );
}

/** Reads what `npm audit --json` printed. */
export function readAdvisories(printed: string): Advisories {
  let report: Report;
  try {
    report = JSON.parse(printed) as Report;
  } catch {
    return { unavailable: "npm audit gave no report" };
  }
  if (report.vulnerabilities === undefined)
    return { unavailable: withoutHost(report.message ?? "no report") };
  const found = Object.entries(report.vulnerabilities);
  const told = (isGrave: boolean): string[] =>
    found
      .filter(([, { severity }]) => grave.has(severity) === isGrave)
      .map(([name, { severity, range }]) => `${name} ${range}: ${severity}`);
  return { grave: told(true), others: told(false) };
}

function withoutHost(message: string): string {
  return message.replace(/https?:\/\/\S+/g, "the registry");
}
