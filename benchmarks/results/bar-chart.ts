import type { SubjectName } from "../subjects/subject";
import { steps } from "../workload/step";
import { drawing, label, rectangle } from "./svg";
import type { Summary } from "./summary";
import { short } from "./table";

const colours: Readonly<Record<SubjectName, string>> = {
  ours: "#0b6e4f",
  floor: "#9aa5b1",
  naive: "#d98c3f",
  "bare calls": "#c9d1d9",
  OpenTofu: "#5b6ec7",
  "OpenTofu -refresh=false": "#a9b3e6",
};

const width = 760;
const left = 130;
const barHeight = 12;

/** Wall time by step and subject, at the most addresses and the highest latency, as SVG. */
export function barChart(summary: Summary): string {
  const { largestCount: count, largestLatency: latencyMilliseconds } = summary;
  const subjects = summary.subjects.filter(
    (subject) => summary.largest("seconds", subject, count) !== undefined,
  );
  const seconds = (subject: SubjectName, step: (typeof steps)[number]): number =>
    summary.figure("seconds", { subject, count, latencyMilliseconds, step }) ?? 0;
  const longest = Math.max(...steps.flatMap((step) => subjects.map((subject) => seconds(subject, step))));
  const scale = (width - left - 60) / longest;
  const parts = [
    label(10, 20, `Seconds for ${count} addresses, ${latencyMilliseconds} ms latency`, 'font-weight="bold"'),
  ];
  subjects.forEach((subject, index) => {
    const x = 10 + index * 105;
    parts.push(rectangle(x, 32, 12, 12, colours[subject]), label(x + 18, 42, subject));
  });
  let y = 62;
  for (const step of steps) {
    parts.push(label(10, y + barHeight * (subjects.length / 2) + 4, step));
    for (const subject of subjects) {
      const value = seconds(subject, step);
      parts.push(rectangle(left, y, value * scale, barHeight - 2, colours[subject]));
      parts.push(label(left + value * scale + 5, y + barHeight - 3, short(value), 'font-size="10"'));
      y += barHeight;
    }
    y += 12;
  }
  return drawing(width, y, parts);
}
