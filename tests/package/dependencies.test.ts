import { expect } from "chai";
import { readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { packedPackage } from "../../tools/programs/packed-package";
import { repository } from "../../tools/repository";

interface Manifest {
  name: string;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
}

describe("the dependencies of the packed package", () => {
  it("are what its code loads, no package more and none less", async () => {
    const text = await readFile(join(repository, "package.json"), "utf8");
    const { name, dependencies, peerDependencies } = JSON.parse(text) as Manifest;
    const loaded = await loadedPackages();
    loaded.delete(name);
    expect([...loaded].sort()).to.deep.equal(Object.keys({ ...dependencies, ...peerDependencies }).sort());
  });
});

/** The packages that any JavaScript file of the package requires or imports. */
async function loadedPackages(): Promise<Set<string>> {
  const packages = new Set<string>();
  for (const { path } of (await packedPackage()).files) {
    if (!path.endsWith(".js")) continue;
    const code = await readFile(join(repository, path), "utf8");
    for (const [, specifier = ""] of code.matchAll(/\b(?:require|import)\("([^".][^"]*)"\)/g)) {
      if (!isBuiltin(specifier)) packages.add(packageOf(specifier));
    }
  }
  return packages;
}

function packageOf(specifier: string): string {
  const parts = specifier.split("/");
  return parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
}
