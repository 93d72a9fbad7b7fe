import { join } from "node:path";
import { repository } from "../repository";

/** The page, and the folder of the exports that it shows. */
export const accessPage = join(repository, "docs/access.md");
export const accessExports = join(repository, "docs/access");

const block = /^<!-- (vnc-cloud access [^\n]+) -->\n\n(`{3}\w*\n)[^]*?^`{3}$/gm;

/**
 * Fills in what commands print: each block of code that follows a comment with a command.
 * @param run Runs a command, given its words without `vnc-cloud`, and resolves to what it prints.
 */
export async function fillIn(page: string, run: (words: string[]) => Promise<string>): Promise<string> {
  const outputs = new Map<string, string>();
  for (const [, command] of page.matchAll(block)) {
    if (command !== undefined) outputs.set(command, await run(command.split(" ").slice(1)));
  }
  return page.replace(block, (_block, command: string, fence: string) => {
    const output = (outputs.get(command) as string).replace(/^ +$/gm, "").trimEnd();
    return `<!-- ${command} -->\n\n${fence}${output}\n\`\`\``;
  });
}
