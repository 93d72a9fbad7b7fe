import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { repository } from "../../../tools/repository";
import { parseDocument, type Document } from "./document";

const elsewhere = new Set(["node_modules", "dist", "coverage", "reports", "fixtures"]);

/** Every Markdown file of the repository. */
export function documents(): Document[] {
  return markdownFiles("").map((path) =>
    parseDocument(path, readFileSync(resolve(repository, path), "utf8")),
  );
}

/** The blocks of some languages, each with the file that it stands in. */
export function blocksOf(...languages: string[]): { readonly path: string; readonly code: string }[] {
  return documents().flatMap(({ path, blocks }) =>
    blocks.filter(({ language }) => languages.includes(language)).map(({ code }) => ({ path, code })),
  );
}

function markdownFiles(folder: string): string[] {
  return readdirSync(resolve(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory())
      return elsewhere.has(entry.name) || entry.name.startsWith(".") ? [] : markdownFiles(`${path}/`);
    return entry.isFile() && path.endsWith(".md") ? [path] : [];
  });
}
