import { engineStage } from "../stages/engine-stage";
import { mochaStage } from "../stages/mocha-stage";
import { scriptStage } from "../stages/script-stage";
import type { Stage } from "../stages/stage";
import { usesBuiltPackage } from "./layers";
import type { Selection } from "./selection";

/** Checks that read the types of the built package. */
const afterBuild = new Set(["lint:code", "types"]);

/** The stages of a run in the order in which they are shown, each knowing what it has to wait for. */
export function plan(
  selection: Selection,
  options: { grep?: string; onEngineProgress: (text: string) => void },
): Stage[] {
  const scripts = new Set(selection.scripts);
  const layers = [...selection.layers.keys()];
  if (layers.some(usesBuiltPackage)) scripts.add("build");
  const stages = [...scripts]
    .sort((a, b) => Number(b === "build") - Number(a === "build"))
    .map((script) => scriptStage(script, afterBuild.has(script) && scripts.has("build") ? ["build"] : []));
  const which = options.grep === undefined ? ["--fail-zero"] : ["--grep", options.grep];
  for (const [layer, files] of selection.layers) {
    if (layer !== "engine") {
      const after = usesBuiltPackage(layer) ? ["build"] : [];
      stages.push(mochaStage({ name: layer, after }, { files, mochaArguments: which, deadlineSeconds: 300 }));
    }
  }
  const engineFiles = selection.layers.get("engine");
  if (engineFiles === undefined) return stages;
  const preparation = engineStage(options.onEngineProgress);
  const place = { name: "engine", after: stages.map((stage) => stage.name), needs: preparation.name };
  // The tests of this layer mostly wait for other processes, so two files at a time fill the machine.
  const mochaArguments = ["--parallel", "--jobs", "2", ...which];
  return [
    ...stages,
    preparation,
    mochaStage(place, { files: engineFiles, mochaArguments, deadlineSeconds: 900 }),
  ];
}
