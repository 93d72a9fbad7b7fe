import { readFileSync } from "node:fs";
import { arch, cpus, loadavg, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { engineVersion } from "../../tools/engine/versions";
import { repository } from "../../tools/repository";

/** What the measurements were made on, in one line. */
export function describeMachine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const manifest = join(repository, "node_modules", "@pulumi", "pulumi", "package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  return [
    `${cpus().length} cores (${cpu?.model.trim() ?? "unknown"})`,
    `${memory} GB of memory`,
    `${platform()} ${release()} ${arch()}`,
    `Node.js ${process.version}`,
    `Pulumi ${engineVersion} with @pulumi/pulumi ${version}`,
    "state in files",
    `load at the start ${(loadavg()[0] ?? 0).toFixed(1)}`,
  ].join(", ");
}
