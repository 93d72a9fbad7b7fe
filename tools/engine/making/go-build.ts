import { chmod, copyFile } from "node:fs/promises";
import { join } from "node:path";
import type { OnProgress } from "../engine";
import { packagedProviderHostScript, providerHostScript } from "../finding/executables";
import { engineVersion } from "../versions";
import { runGo } from "./go-command";
import { commandLine, languageHost, type GoModule } from "./go-module";
import type { Way } from "./way";

const modules = [commandLine, languageHost];

/** A build from the Go module registry: some minutes the first time, with Go's own caches seconds later. */
export const goBuild: Way = {
  name: "build from the Go module registry",
  async make(folder, { onProgress, signal }) {
    // Says at once when Go is missing or too old; an automatic toolchain is fetched here.
    await runGo({ folder: commandLine.folder, arguments: ["version"], signal });
    const packages: ReadonlySet<string>[] = [];
    for (const module of modules) packages.push(await packagesOf(module, onProgress, signal));
    const total = packages.reduce((sum, { size }) => sum + size, 0);
    const what = `Building Pulumi ${engineVersion} with Go`;
    let before = 0;
    for (const [index, module] of modules.entries()) {
      const own = packages[index] ?? new Set();
      let compiled = 0;
      await build(module, join(folder, "bin"), signal, (name) => {
        if (!own.has(name)) return;
        compiled += 1;
        const count = before + compiled;
        onProgress(`${what}: ${count} of ${total} packages compiled`, count / total);
      });
      // What was in Go's cache already is not reported by it.
      before += own.size;
      onProgress(`${what}: ${before} of ${total} packages compiled`, before / total);
    }
    await copyFile(packagedProviderHostScript(), join(folder, "bin", providerHostScript));
    await chmod(join(folder, "bin", providerHostScript), 0o755);
  },
};

/** Everything that has to be compiled for a program. Fetches the modules that are not in Go's cache yet. */
async function packagesOf(
  module: GoModule,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  let fetched = 0;
  onProgress("Looking for the engine's Go modules");
  const names = await runGo({
    folder: module.folder,
    arguments: ["list", "-mod=readonly", "-deps", module.package],
    signal,
    onMessage: (line) => {
      if (!line.startsWith("go: downloading ")) return;
      fetched += 1;
      onProgress(`Fetching the engine's Go modules: ${fetched}`);
    },
  });
  return new Set(names);
}

async function build(
  module: GoModule,
  bin: string,
  signal: AbortSignal,
  onPackage: (name: string) => void,
): Promise<void> {
  const output = join(bin, module.executable);
  await runGo({
    folder: module.folder,
    arguments: [
      "build",
      "-mod=readonly",
      "-trimpath",
      "-v",
      "-ldflags",
      module.linkerFlags,
      "-o",
      output,
      module.package,
    ],
    signal,
    onMessage: onPackage,
  });
}
