import { existsSync } from "node:fs";
import { normalize, relative, sep } from "node:path";
import { layerNames } from "./layers";

/** The scripts of package.json that are stages of the gate. */
export const scripts = [
  "build",
  "lint:format",
  "lint:openapi",
  "lint:dependencies",
  "lint:code",
  "types",
] as const;

/** What a run is to do. */
export interface Selection {
  scripts: Set<string>;
  /** Layer → the files and patterns to run of it. */
  layers: Map<string, string[]>;
}

/** Words of the command line that name nothing. */
export class UnknownWords extends Error {
  constructor(words: string[], layers: string[]) {
    super(
      `There is no ${words.map((word) => `"${word}"`).join(", ")}. ` +
        `Name a layer (${layers.join(", ")}), a check (${scripts.join(", ")}), or a file or folder in tests/.`,
    );
  }
}

/** Everything. */
export function selectAll(): Selection {
  return { scripts: new Set(scripts), layers: new Map(layerNames().map(wholeLayer)) };
}

/** Every layer that needs no engine: where a name is looked for that no layer was given for. */
export function selectWithoutEngine(): Selection {
  const layers = layerNames().filter((layer) => layer !== "engine");
  return { scripts: new Set(), layers: new Map(layers.map(wholeLayer)) };
}

/** What the words name: layers, checks, test files and folders. */
export function selectByWords(words: readonly string[]): Selection {
  const selection: Selection = { scripts: new Set(), layers: new Map() };
  const layers = layerNames();
  const unknown = words.filter((word) => !select(selection, word, layers));
  if (unknown.length > 0) throw new UnknownWords(unknown, layers);
  return selection;
}

function select(selection: Selection, word: string, layers: string[]): boolean {
  if ((scripts as readonly string[]).includes(word)) {
    selection.scripts.add(word);
    return true;
  }
  if (layers.includes(word)) {
    selection.layers.set(...wholeLayer(word));
    return true;
  }
  const path = relative(".", normalize(word)).split(sep).join("/");
  const [tests, layer] = path.split("/");
  if (tests !== "tests" || layer === undefined || !layers.includes(layer) || !existsSync(path)) return false;
  const files = path.endsWith(".ts") ? path : `${path}/**/*.test.ts`;
  selection.layers.set(layer, [...(selection.layers.get(layer) ?? []), files]);
  return true;
}

function wholeLayer(layer: string): [string, string[]] {
  return [layer, [`tests/${layer}/**/*.test.ts`]];
}
