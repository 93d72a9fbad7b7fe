import { readFileSync } from "node:fs";
import { join } from "node:path";
import satisfies from "spdx-satisfies";

/** Licences under which a dependency of the published package may be. */
const permissive = ["Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "0BSD"];

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: true; readonly link?: true }>>;
}

/**
 * Every package that is installed with this one whose own package.json does not name a permissive licence.
 *
 * @param root The folder of package-lock.json and node_modules.
 */
export function licenceFaults(root: string): string[] {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as Lock;
  return Object.entries(lock.packages)
    .filter(([path, { dev, link }]) => path !== "" && dev !== true && link !== true)
    .flatMap(([path]) => {
      const { name, version, license } = JSON.parse(
        readFileSync(join(root, path, "package.json"), "utf8"),
      ) as { name: string; version: string; license?: unknown };
      return isPermissive(license) ? [] : [`${name} ${version}: ${JSON.stringify(license)}`];
    });
}

function isPermissive(license: unknown): boolean {
  try {
    return typeof license === "string" && satisfies(license, permissive);
  } catch {
    // No expression of SPDX: somebody has to look.
    return false;
  }
}
