import type { Span } from "../start/waterfall";
import { drawing, label, rectangle } from "./svg";

const width = 760;
const left = 300;
const rowHeight = 18;
const colours: Readonly<Record<Span["owner"], string>> = {
  engine: "#9aa5b1",
  program: "#3f7fbf",
  provider: "#d98c3f",
  ours: "#0b6e4f",
};

/** Where the seconds of a preview go, as SVG. */
export function waterfallChart(spans: readonly Span[], title: string): string {
  const end = Math.max(...spans.map(({ endMilliseconds }) => endMilliseconds));
  const scale = (width - left - 60) / end;
  const parts = [label(10, 20, title, 'font-weight="bold"')];
  spans.forEach(({ owner, what, startMilliseconds, endMilliseconds }, index) => {
    const y = 34 + index * rowHeight;
    const duration = endMilliseconds - startMilliseconds;
    const x = left + startMilliseconds * scale;
    parts.push(
      label(10, y + 11, what),
      rectangle(x, y, duration * scale, rowHeight - 5, colours[owner]),
      label(x + duration * scale + 5, y + 11, `${duration.toFixed(0)} ms`, 'font-size="10"'),
    );
  });
  return drawing(width, 34 + spans.length * rowHeight + 8, parts);
}
