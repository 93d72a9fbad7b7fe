import { readdirSync } from "node:fs";

/** The layers that come last, in this order: they take longest and rest on all others. */
const lastLayers = ["package", "engine"];

/** The layers that run from the sources alone; all others use the built package. */
const layersOfSources = new Set(["access", "client", "emulator", "lives", "openapi", "tools", "unit"]);

/** The names of all layers: the folders of `tests/` that hold tests, the quick ones first. */
export function layerNames(testsFolder = "tests"): string[] {
  const found = readdirSync(testsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && holdsTests(`${testsFolder}/${entry.name}`))
    .map((entry) => entry.name);
  const rank = (name: string): number => lastLayers.indexOf(name);
  return found.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}

export function usesBuiltPackage(layer: string): boolean {
  return !layersOfSources.has(layer);
}

function holdsTests(folder: string): boolean {
  return readdirSync(folder, { recursive: true }).some((file) => String(file).endsWith(".test.ts"));
}
