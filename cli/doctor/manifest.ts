import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** What a package.json says, as far as it matters here. */
export interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The package.json of this package. */
export function ownManifest(): Manifest {
  return createRequire(__filename)("pulumi-vnc-cloud/package.json") as Manifest;
}

/** The package.json of the nearest folder that has one, from `directory` upwards. */
export function nearestManifest(
  directory: string,
): { readonly file: string; readonly manifest: Manifest } | undefined {
  const file = join(directory, "package.json");
  const manifest = readManifest(file);
  if (manifest) return { file, manifest };
  const parent = dirname(directory);
  return parent === directory ? undefined : nearestManifest(parent);
}

/** The package.json of a package as a program in `directory` would load it, whatever its exports allow. */
export function installedManifest(name: string, directory: string): Manifest | undefined {
  const folders = createRequire(join(directory, "program.js")).resolve.paths(name) ?? [];
  for (const folder of folders) {
    const manifest = readManifest(join(folder, name, "package.json"));
    if (manifest) return manifest;
  }
  return undefined;
}

function readManifest(file: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Manifest;
  } catch {
    return undefined;
  }
}
