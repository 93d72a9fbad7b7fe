/**
 * What `preview --diff` shows of each resource that is to be created, updated, replaced or deleted: its marked lines in
 * one, as in `~ groups: ~ [1]: "x" => "b"`. What is not marked stays as it is. Without what a refresh found before.
 */
export function shownChanges(stdout: string): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const block of stdout.split(/^(?=.*: \((?:refresh|create|update|replace|delete|same)\)$)/m)) {
    const [header = "", ...lines] = block.split(/^Resources:$/m)[0]?.split("\n") ?? [];
    const name = lines.map((line) => /\[urn=.*CloudAddress::(.*)\]/.exec(line)?.[1]).find(Boolean);
    if (name === undefined || header.endsWith("(refresh)")) continue;
    shown[name] = lines
      .filter((line) => /^\s*[-+~]/.test(line))
      .map((line) =>
        line
          .trim()
          .replace(/\s*[[{]$/, "")
          .replace(/\s+/g, " ")
          .replace(/ :/, ":"),
      )
      .join(" ");
  }
  return shown;
}
