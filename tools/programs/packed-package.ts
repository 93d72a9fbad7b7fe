import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository } from "../repository";

const run = promisify(execFile);

export interface PackedFile {
  path: string;
  size: number;
  mode: number;
}

/** What `npm publish` would publish. */
export interface PackedPackage {
  tarball: string;
  size: number;
  unpackedSize: number;
  files: PackedFile[];
}

let packed: Promise<PackedPackage> | undefined;

/** Packs the package as it was built last; once in a process. */
export function packedPackage(): Promise<PackedPackage> {
  return (packed ??= pack());
}

async function pack(): Promise<PackedPackage> {
  const folder = mkdtempSync(join(tmpdir(), "vnc-cloud-package-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const packArguments = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const { stdout } = await run("npm", packArguments, { cwd: repository });
  const [report] = JSON.parse(stdout) as [Omit<PackedPackage, "tarball"> & { filename: string }];
  return { ...report, tarball: join(folder, report.filename) };
}
