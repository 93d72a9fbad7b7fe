import { resolve } from "node:path";
import { replaceFile } from "../output/replace-file";
import type { Collected } from "./collected";
import { importEntry, type ImportEntry, type Owner } from "./import-entry";
import { importFileText } from "./import-file";
import type { Passwords } from "./passwords";
import { programText } from "./program";

/** What the files are made of. */
export interface Contents {
  readonly collected: Collected;
  /** Names by address. */
  readonly names: ReadonlyMap<string, string>;
  readonly passwords: Passwords;
  readonly owner: Owner;
}

/** There may be passwords in it: nobody but its owner reads it. */
const ownerOnly = 0o600;

/** Writes the import file and the program, both in the order of the names. */
export async function writeFiles(
  directory: string,
  files: { readonly importFile: string; readonly program: string },
  contents: Contents,
): Promise<void> {
  await replaceFile(resolve(directory, files.program), programText(entries(contents)));
  await replaceFile(resolve(directory, files.importFile), importFileText(entries(contents)), ownerOnly);
}

async function* entries({ collected, names, passwords, owner }: Contents): AsyncGenerator<ImportEntry> {
  const byName = [...names].sort(([, left], [, right]) => (left < right ? -1 : 1));
  for (const [cloudAddress, name] of byName) {
    yield importEntry(await collected.get(cloudAddress), name, owner, passwords.get(cloudAddress));
  }
}
