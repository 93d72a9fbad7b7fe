import { access, constants } from "node:fs/promises";
import { join } from "node:path";
import { satisfies, valid } from "semver";
import type { Engine } from "../engine";
import { runProcess } from "../process/run-process";
import { acceptedVersions } from "../versions";
import {
  languageHostExecutable,
  nodePackageFolder,
  providerHostScript,
  pulumiExecutable,
} from "./executables";

/** What a look at a folder found: a usable engine, or why there is none. */
export type Inspection = { readonly engine: Engine } | { readonly fault: string };

/** Looks whether a folder holds a complete engine of an accepted version that runs on this machine. */
export async function inspectRoot(root: string): Promise<Inspection> {
  const bin = join(root, "bin");
  const pulumi = join(bin, pulumiExecutable);
  if (!(await isExecutable(pulumi))) return { fault: `there is no ${pulumi}` };
  if (!(await isExecutable(join(bin, languageHostExecutable)))) {
    return { fault: `${pulumi} has no ${languageHostExecutable} beside it` };
  }
  const result = await runProcess(pulumi, ["version"], {
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    signal: AbortSignal.timeout(30_000),
  }).catch((error: unknown) => ({ exitCode: -1, stdout: "", stderr: (error as Error).message }));
  if (result.exitCode !== 0) return { fault: `${pulumi} does not run: ${result.stderr.trim()}` };
  const version = valid(result.stdout.trim());
  if (version === null || !satisfies(version, acceptedVersions)) {
    return {
      fault: `${pulumi} is version ${version ?? result.stdout.trim()}, and ${acceptedVersions} is needed`,
    };
  }
  const ownProviderHost = await isExecutable(join(bin, providerHostScript));
  return { engine: { root, version, pulumi, path: ownProviderHost ? [bin] : [bin, nodePackageFolder()] } };
}

/** Whether a file is there and may be run. */
export async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}
