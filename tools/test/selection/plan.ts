import type { ProgressDisplay } from "../../engine/progress/progress-display";
import { engineStage } from "../stages/engine-stage";
import { mochaStage } from "../stages/mocha-stage";
import { scriptStage } from "../stages/script-stage";
import type { Stage } from "../stages/stage";
import { usesBuiltPackage } from "./layers";
import type { Selection } from "./selection";

/** Checks that read the types of the built package. */
const afterBuild = ["lint:code", "types"];

/** The tests of this layer mostly wait for other processes, so two files at a time fill the machine. */
const engineArguments = ["--parallel", "--jobs", "2"];

export interface PlanOptions {
  /** Only tests so named. */
  grep?: string;
  /** Shows how far the preparation of the engine is. */
  progress: ProgressDisplay;
}

/** The stages of a run in the order in which they are shown, each knowing what it has to wait for. */
export function plan({ scripts, layers }: Selection, { grep, progress }: PlanOptions): Stage[] {
  const builds = scripts.has("build") || [...layers.keys()].some(usesBuiltPackage);
  const build = builds ? ["build"] : [];
  const which = grep === undefined ? ["--fail-zero"] : ["--grep", grep];

  const stages = build.map((script) => scriptStage(script));
  for (const script of scripts) {
    if (script !== "build") stages.push(scriptStage(script, afterBuild.includes(script) ? build : []));
  }
  for (const [layer, files] of layers) {
    if (layer === "engine") continue;
    const place = { name: layer, after: usesBuiltPackage(layer) ? build : [] };
    stages.push(mochaStage(place, { files, mochaArguments: which, deadlineSeconds: 300 }));
  }

  const files = layers.get("engine");
  if (files === undefined) return stages;
  const preparation = engineStage(progress);
  const place = { name: "engine", after: stages.map(({ name }) => name), needs: preparation.name };
  const mocha = { files, mochaArguments: [...engineArguments, ...which], deadlineSeconds: 900 };
  return [...stages, preparation, mochaStage(place, mocha)];
}
