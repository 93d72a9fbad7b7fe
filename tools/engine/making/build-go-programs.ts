import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { OnProgress } from "../engine";
import { runGo, type GoCommand } from "./go-command";
import type { GoModule } from "./go-module";

/** Programs that belong together. */
export interface GoPrograms {
  /** What they are together, in messages. */
  readonly name: string;
  readonly modules: readonly GoModule[];
}

/** What all of the build's commands share. */
type GoContext = Pick<GoCommand, "temporary" | "signal">;

/**
 * Builds programs from the Go module registry into the `bin` of a folder: some minutes the first time, with Go's own
 * caches seconds later.
 *
 * @throws an error whose message says in Go's words why it could not.
 */
export async function buildGoPrograms(
  programs: GoPrograms,
  folder: string,
  context: { readonly onProgress: OnProgress; readonly signal: AbortSignal },
): Promise<void> {
  const temporary = join(folder, "temporary");
  await mkdir(temporary, { recursive: true });
  const go: GoContext = { temporary, signal: context.signal };
  for (const module of programs.modules) {
    // Says at once when Go is missing or too old; an automatic toolchain is fetched here.
    await runGo({ folder: module.folder, arguments: ["version"], ...go });
  }
  await compile(programs, join(folder, "bin"), context.onProgress, go);
  await rm(temporary, { recursive: true });
}

async function compile(
  { name, modules }: GoPrograms,
  bin: string,
  onProgress: OnProgress,
  go: GoContext,
): Promise<void> {
  const programs: { readonly module: GoModule; readonly packages: ReadonlySet<string> }[] = [];
  for (const module of modules) {
    programs.push({ module, packages: await packagesOf(module, name, onProgress, go) });
  }
  const total = programs.reduce((sum, { packages }) => sum + packages.size, 0);
  const report = (count: number) =>
    onProgress(`Building ${name} with Go: ${count} of ${total} packages compiled`, count / total);
  let before = 0;
  for (const { module, packages } of programs) {
    let compiled = 0;
    await build(module, bin, go, (packageName) => {
      if (!packages.has(packageName)) return;
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
  name: string,
  onProgress: OnProgress,
  go: GoContext,
): Promise<ReadonlySet<string>> {
  let fetched = 0;
  onProgress(`Looking for the Go modules of ${name}`);
  const names = await runGo({
    folder: module.folder,
    arguments: ["list", "-mod=readonly", "-deps", module.package],
    ...go,
    onMessage: (line) => {
      if (!line.startsWith("go: downloading ")) return;
      fetched += 1;
      onProgress(`Fetching the Go modules of ${name} (${fetched} so far)`);
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
