import { parse, type ParseEntry } from "shell-quote";

/** One command of a shell text: its words, without redirections and the assignments before it. */
export type SimpleCommand = readonly string[];

const separators = new Set(["|", "||", "&&", ";", "&", "(", ")", "|&"]);
const redirections = new Set([">", ">>", "<", "<<<", ">&", "<(", ">("]);
/** Words that a command may follow. */
const prefixes = new Set(["!", "if", "then", "else", "elif", "while", "until", "do", "time", "exec", "env"]);

/**
 * The commands of a shell script, those of its command substitutions included. It is for documentation: it knows
 * pipes, lists, comments, continued lines and here-documents, and is no shell.
 */
export function simpleCommands(script: string): SimpleCommand[] {
  return logicalLines(script).flatMap((line) => {
    const entries = parse(line, (name) => `$${name}`);
    return [...commandsOfLine(entries), ...substitutions(entries).flatMap(simpleCommands)];
  });
}

function logicalLines(script: string): string[] {
  const lines: string[] = [];
  let end: string | undefined;
  // Arithmetic holds no commands.
  const text = script.replaceAll("\\\n", " ").replace(/\$\(\(.*?\)\)/g, "0");
  for (const line of text.split("\n")) {
    if (end !== undefined) {
      if (line.trim() === end) end = undefined;
      continue;
    }
    end = /<<-?\s*['"]?([A-Za-z]\w*)['"]?/.exec(line)?.[1];
    lines.push(line.replace(/<<-?\s*['"]?[A-Za-z]\w*['"]?/, ""));
  }
  return lines;
}

function commandsOfLine(entries: readonly ParseEntry[]): string[][] {
  const commands: string[][] = [[]];
  let skipsTarget = false;
  for (const entry of entries) {
    const command = commands.at(-1) as string[];
    if (typeof entry === "object" && "comment" in entry) break;
    if (typeof entry === "object" && entry.op !== "glob") {
      if (separators.has(entry.op)) commands.push([]);
      skipsTarget = redirections.has(entry.op);
      // The number of a redirected stream is not a word of the command.
      if (skipsTarget && /^\d$/.test(command.at(-1) ?? "")) command.pop();
      continue;
    }
    const word = typeof entry === "string" ? entry : entry.pattern;
    if (!skipsTarget && !(command.length === 0 && isBeforeCommand(word))) command.push(word);
    skipsTarget = false;
  }
  return commands.filter((command) => command.length > 0);
}

function isBeforeCommand(word: string): boolean {
  return prefixes.has(word) || /^\w+=/.test(word);
}

/** The texts of `$(...)` inside quotes; those outside of them are separate commands already. */
function substitutions(entries: readonly ParseEntry[]): string[] {
  return entries.flatMap((entry) =>
    typeof entry === "string" ? [...entry.matchAll(/\$\(([^()]+)\)/g)].map(([, inner = ""]) => inner) : [],
  );
}
