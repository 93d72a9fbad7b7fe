import { resolve } from "node:path";
import { assertCloudAddress } from "../../client";
import { standardInput } from "../stack/read-text";
import type { ImportFlags } from "./flags";
import { parseNameTemplate, type Naming } from "./name-template";

/** What is to be imported, from where, and into which files. */
export interface ImportRequest {
  /** Undefined = all addresses of the account. */
  readonly cloudAddresses: readonly string[] | undefined;
  readonly naming: Naming;
  readonly importFile: string;
  readonly program: string;
}

/**
 * The request that a command line makes.
 * @throws Error with every fault at once.
 */
export function parseRequest(
  addresses: readonly string[],
  flags: ImportFlags,
  directory: string,
): ImportRequest {
  const faults: string[] = [];
  const check = <Value>(action: () => Value): Value | undefined => {
    try {
      return action();
    } catch (error) {
      faults.push((error as Error).message);
      return undefined;
    }
  };
  for (const address of addresses) check(() => assertCloudAddress(address));
  if (flags.all && addresses.length > 0) faults.push("Give either addresses or --all.");
  if (!flags.all && addresses.length === 0) faults.push("Give the addresses to import, or --all.");
  const naming = check(() => parseNameTemplate(flags.nameTemplate));
  const program = flags.program ?? `${flags.out.replace(/\.json$/, "")}.ts`;
  if (resolve(directory, program) === resolve(directory, flags.out)) {
    faults.push("--out and --program are the same file.");
  }
  const readers = [...flags.excludeManaged, flags.passwords].filter((name) => name === standardInput);
  if (readers.length > 1) faults.push("Standard input (-) can be read for one option only.");
  if (naming === undefined || faults.length > 0) throw new Error(faults.join(" "));
  return {
    cloudAddresses: flags.all ? undefined : [...new Set(addresses)],
    naming,
    importFile: flags.out,
    program,
  };
}
