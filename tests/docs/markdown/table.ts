/** The cells of the first table below a heading, without its head. */
export function tableBelow(text: string, heading: string): string[][] {
  const [, section = ""] = text.split(`\n${heading}\n`);
  const lines = section.slice(section.indexOf("\n|") + 1).split("\n");
  const end = lines.findIndex((line) => !line.startsWith("|"));
  return lines.slice(2, end).map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}
