import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TrueAddress } from "../../access/oracle/true-world";
import { runInProcess, type CommandResult } from "../command/run-in-process";
import type { ExportedAddress } from "./exported-stack";

/** An address of a random world as a stack exports it. */
export function exported({ id, action, key, groups, accessControl }: TrueAddress): ExportedAddress {
  const control = accessControl && {
    ...(accessControl.groups.length > 0 && { groups: accessControl.groups }),
    ...(accessControl.cloudAddresses.length > 0 && { cloudAddresses: accessControl.cloudAddresses }),
  };
  return {
    name: `name of ${id}`,
    id,
    action,
    key,
    ...(groups.length > 0 && { groups }),
    ...(control && { accessControl: control }),
  };
}

/** Runs `vnc-cloud access` in a folder of its own that holds these files. */
export async function accessOf(
  files: Readonly<Record<string, string>>,
  ...words: readonly string[]
): Promise<CommandResult> {
  const directory = await mkdtemp(join(tmpdir(), "vnc-cloud-access-"));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
    return await runInProcess(["access", ...words], { directory });
  } finally {
    await rm(directory, { recursive: true });
  }
}
