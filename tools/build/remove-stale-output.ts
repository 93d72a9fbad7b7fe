import { existsSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../repository";

/** Removes what an earlier build made of sources that are gone, so that it is neither found nor published. */
function removeStaleOutput(folder: string): void {
  for (const entry of readdirSync(join(repository, "dist", folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeStaleOutput(path);
    else if (!hasSource(path)) rmSync(join(repository, "dist", path));
  }
  if (folder !== "" && readdirSync(join(repository, "dist", folder)).length === 0) {
    rmdirSync(join(repository, "dist", folder));
  }
}

function hasSource(output: string): boolean {
  const source = output.replace(/(\.d\.ts|\.js)$/, ".ts");
  return source !== output && existsSync(join(repository, source));
}

removeStaleOutput("");
