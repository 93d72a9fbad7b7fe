import type { SubjectName } from "../subjects/subject";
import { steps } from "../workload/step";
import type { Figure, Summary } from "./summary";
import { megabytes, short, table } from "./table";

/** All tables of the work, as Markdown. */
export function workTables(summary: Summary): string {
  const parts = ["## Wall time in seconds"];
  for (const latency of summary.latenciesMilliseconds) {
    parts.push(
      ...summary.counts.map(
        (count) => `### ${count} addresses, ${latency} ms\n\n${wallTime(summary, count, latency)}`,
      ),
    );
  }
  parts.push("## Growth of our wall time with the number of addresses, in seconds", growth(summary));
  parts.push("## Everything else", "At the highest latency.");
  const { largestLatency } = summary;
  for (const count of summary.counts) {
    parts.push(`### ${count} addresses, ${largestLatency} ms`);
    parts.push(figures(summary, count, "cpuSeconds", "processor time, s", short));
    parts.push(figures(summary, count, "programMemory", "program, peak MB", megabytes));
    parts.push(figures(summary, count, "providerMemory", "provider process, peak MB", megabytes));
    parts.push(figures(summary, count, "requests", "requests", String));
    parts.push(figures(summary, count, "connections", "connections used", String));
    parts.push(figures(summary, count, "openConnections", "connections open at a time, at most", String));
    parts.push(
      figures(summary, count, "stateBytes", "state, bytes an address", (bytes) => perAddress(bytes, count)),
    );
  }
  return parts.join("\n\n");
}

function wallTime(summary: Summary, count: number, latencyMilliseconds: number): string {
  const header = ["step", ...summary.subjects, "ours ÷ floor", "ours ÷ (floor + bare calls)"];
  const rows = steps.map((step) => {
    const seconds = (subject: SubjectName): number | undefined =>
      summary.figure("seconds", { subject, count, latencyMilliseconds, step });
    const own = seconds("ours") ?? NaN;
    const floor = seconds("floor") ?? NaN;
    return [
      step,
      ...summary.subjects.map((subject) => short(seconds(subject))),
      (own / floor).toFixed(2),
      (own / (floor + (seconds("bare calls") ?? NaN))).toFixed(2),
    ];
  });
  return table(header, rows);
}

function growth(summary: Summary): string {
  const header = ["step", ...summary.counts.map(String), "floor, the same"];
  const rows = steps.map((step) => {
    const all = (subject: SubjectName): string[] =>
      summary.counts.map((count) =>
        short(
          summary.figure("seconds", { subject, count, latencyMilliseconds: summary.largestLatency, step }),
        ),
      );
    return [step, ...all("ours"), all("floor").join(" / ")];
  });
  return table(header, rows);
}

function figures(
  summary: Summary,
  count: number,
  figure: Figure,
  title: string,
  show: (value: number | undefined) => string,
): string {
  const subjects = summary.subjects.filter(
    (subject) => summary.largest(figure, subject, count) !== undefined,
  );
  const rows = steps.map((step) => [
    step,
    ...subjects.map((subject) =>
      show(summary.figure(figure, { subject, count, latencyMilliseconds: summary.largestLatency, step })),
    ),
  ]);
  return table([title, ...subjects], rows);
}

function perAddress(bytes: number | undefined, count: number): string {
  return bytes === undefined ? "–" : Math.round(bytes / count).toString();
}
