import { createRequire } from "node:module";

/** The version of this package, from its own package.json, which every layout of the files can find by name. */
export function packageVersion(): string {
  const manifest = createRequire(__filename)("pulumi-vnc-cloud/package.json") as { version: string };
  return manifest.version;
}
