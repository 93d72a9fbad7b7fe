import { resolve } from "node:path";
import type { CloudAddressDetails } from "../../client";
import type { Surroundings } from "../command/surroundings";
import { addresses } from "../output/counted";
import { jsonText } from "../output/json";
import { note, warn } from "../output/notice";
import { startProgress } from "../output/progress";
import type { Service } from "../service/service";
import { withService } from "../service/with-service";
import { readText, standardInput } from "../stack/read-text";
import { collect, type Collection } from "./collect";
import { Collected } from "./collected";
import type { ImportFlags } from "./flags";
import { managedAddresses } from "./managed";
import { uniqueNames } from "./name-template";
import { parsePasswords, type Passwords } from "./passwords";
import { reportText, type ImportReport } from "./report";
import { parseRequest, type ImportRequest } from "./request";
import { writeFiles } from "./write";

/** Writes an import file and a program for addresses that exist. The service is only read. */
export async function runImport(
  named: readonly string[],
  flags: ImportFlags,
  surroundings: Surroundings,
): Promise<void> {
  const request = parseRequest(named, flags, surroundings.directory);
  const passwords = await readPasswords(flags.passwords, surroundings);
  const managed = await managedAddresses(flags.excludeManaged, surroundings);
  const report = await withService(flags.account, surroundings, (service) =>
    importAddresses(service, request, managed, passwords, surroundings),
  );
  surroundings.output.write(flags.json ? jsonText(report) : reportText(report));
}

async function readPasswords(name: string | undefined, surroundings: Surroundings): Promise<Passwords> {
  if (name === undefined) return new Map();
  return parsePasswords(await readText(name, surroundings), name === standardInput ? "Standard input" : name);
}

async function importAddresses(
  service: Service,
  request: ImportRequest,
  managed: ReadonlySet<string>,
  passwords: Passwords,
  surroundings: Surroundings,
): Promise<ImportReport> {
  const { account, client } = service;
  const names = new Map<string, string>();
  const nameIt = (details: CloudAddressDetails) =>
    names.set(details.cloudAddress, request.naming(details, account));
  const partial = `${request.importFile}.partial`;
  const { endpoint, keyFingerprint } = client;
  const collected = await Collected.open(
    resolve(surroundings.directory, partial),
    { endpoint, keyFingerprint },
    nameIt,
  );
  try {
    if (collected.size > 0) {
      note(surroundings, `Going on with ${partial}: an earlier run has read ${addresses(collected.size)}.`);
    }
    const progress = startProgress(surroundings.errors, "Reading cloud addresses");
    const collection = await collect(
      service,
      request.cloudAddresses,
      managed,
      collected,
      progress,
      nameIt,
    ).finally(() => progress.stop());
    const wanted = new Set(collection.cloudAddresses);
    for (const cloudAddress of names.keys()) if (!wanted.has(cloudAddress)) names.delete(cloudAddress);
    const report = reportOf(collection, request, passwords);
    warnOfUnusedPasswords(passwords, wanted, surroundings);
    if (wanted.size > 0) {
      const owner = { account, keyFingerprint };
      const contents = { collected, names: uniqueNames(names), passwords, owner };
      await writeFiles(surroundings.directory, request, contents);
    }
    await collected.remove();
    return report;
  } catch (error) {
    await leave(collected, partial, surroundings);
    throw error;
  }
}

async function leave(collected: Collected, partial: string, surroundings: Surroundings): Promise<void> {
  if (collected.size === 0) return collected.remove();
  await collected.close();
  note(
    surroundings,
    `What was read (${addresses(collected.size)}) is kept in ${partial}: the same command goes on from there.`,
  );
}

function reportOf(
  { cloudAddresses, managed, deleted }: Collection,
  { importFile, program }: ImportRequest,
  passwords: Passwords,
): ImportReport {
  const isEmpty = cloudAddresses.length === 0;
  return {
    imported: cloudAddresses.length,
    withPassword: cloudAddresses.filter((cloudAddress) => passwords.has(cloudAddress)).length,
    skipped: { managed, deleted },
    importFile: isEmpty ? null : importFile,
    program: isEmpty ? null : program,
  };
}

function warnOfUnusedPasswords(
  passwords: Passwords,
  wanted: ReadonlySet<string>,
  surroundings: Surroundings,
): void {
  const unused = [...passwords.keys()].filter((cloudAddress) => !wanted.has(cloudAddress));
  if (unused.length === 0) return;
  warn(
    surroundings,
    `${unused.length} of the passwords belong to no address that is imported, such as ${unused[0]}.`,
  );
}
