import { realpath } from "node:fs/promises";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { isExecutable, inspectRoot, type Inspection } from "./inspect-root";
import { pulumiExecutable } from "./executables";

/** Looks at the `pulumi` that a shell would start: the first one on `PATH`, or the place that a link there leads to. */
export async function engineOnPath(searchPath: string): Promise<Inspection> {
  for (const folder of searchPath.split(delimiter)) {
    if (folder === "" || !(await isExecutable(join(folder, pulumiExecutable)))) continue;
    const asFound = await inspectBin(resolve(folder));
    if ("engine" in asFound) return asFound;
    const target = dirname(await realpath(join(folder, pulumiExecutable)));
    return target === resolve(folder) ? asFound : inspectBin(target);
  }
  return { fault: "there is no pulumi on PATH" };
}

async function inspectBin(folder: string): Promise<Inspection> {
  // The Automation API is told the folder above: it appends `bin/pulumi`.
  if (basename(folder) !== "bin")
    return { fault: `${join(folder, pulumiExecutable)} is not in a folder named bin` };
  return inspectRoot(dirname(folder));
}
