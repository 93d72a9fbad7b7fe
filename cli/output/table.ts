import Table from "cli-table3";

const noLines = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "  ",
};

/** Columns under upper-case headings, without lines, so that both people and `awk` can read them. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const columns = new Table({
    head: headings.map((heading) => heading.toUpperCase()),
    chars: noLines,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  for (const row of rows) columns.push([...row]);
  return columns
    .toString()
    .split("\n")
    .map((line) => line.trimEnd() + "\n")
    .join("");
}
