import { chmod, copyFile, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { OnProgress } from "../engine";
import { packagedProviderHostScript, providerHostScript } from "../finding/executables";
import { engineVersion } from "../versions";
import { runGo, type GoCommand } from "./go-command";
import { commandLine, languageHost, type GoModule } from "./go-module";
import type { Way } from "./way";

/** What all of the build's commands share. */
type GoContext = Pick<GoCommand, "temporary" | "signal">;

const modules = [commandLine, languageHost];

/** A build from the Go module registry: some minutes the first time, with Go's own caches seconds later. */
export const goBuild: Way = {
  name: "build from the Go module registry",
  async make(folder, { onProgress, signal }) {
    const temporary = join(folder, "temporary");
    await mkdir(temporary, { recursive: true });
    const go: GoContext = { temporary, signal };
    // Says at once when Go is missing or too old; an automatic toolchain is fetched here.
    await runGo({ folder: commandLine.folder, arguments: ["version"], ...go });
    await compile(join(folder, "bin"), onProgress, go);
    await rm(temporary, { recursive: true });
    await copyFile(packagedProviderHostScript(), join(folder, "bin", providerHostScript));
    await chmod(join(folder, "bin", providerHostScript), 0o755);
  },
};

async function compile(bin: string, onProgress: OnProgress, go: GoContext): Promise<void> {
  const programs: { readonly module: GoModule; readonly packages: ReadonlySet<string> }[] = [];
  for (const module of modules) {
    programs.push({ module, packages: await packagesOf(module, onProgress, go) });
  }
  const total = programs.reduce((sum, { packages }) => sum + packages.size, 0);
  const report = (count: number) =>
    onProgress(
      `Building Pulumi ${engineVersion} with Go: ${count} of ${total} packages compiled`,
      count / total,
    );
  let before = 0;
  for (const { module, packages } of programs) {
    let compiled = 0;
    await build(module, bin, go, (name) => {
      if (!packages.has(name)) return;
      compiled += 1;
      report(before + compiled);
    });
    // Go does not name what it had in its cache already.
    before += packages.size;
    report(before);
  }
}

/** Everything that has to be compiled for a program. Fetches the modules that are not in Go's cache yet. */
async function packagesOf(
  module: GoModule,
  onProgress: OnProgress,
  go: GoContext,
): Promise<ReadonlySet<string>> {
  let fetched = 0;
  onProgress("Looking for the engine's Go modules");
  const names = await runGo({
    folder: module.folder,
    arguments: ["list", "-mod=readonly", "-deps", module.package],
    ...go,
    onMessage: (line) => {
      if (!line.startsWith("go: downloading ")) return;
      fetched += 1;
      onProgress(`Fetching the engine's Go modules (${fetched} so far)`);
    },
  });
  return new Set(names);
}

async function build(
  module: GoModule,
  bin: string,
  go: GoContext,
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
    ...go,
    onMessage: onPackage,
  });
}
