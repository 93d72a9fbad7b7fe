import { prepareEngine } from "../../engine";
import type { ProgressDisplay } from "../../engine/progress/progress-display";
import type { Stage } from "./stage";

/** Makes the real Pulumi engine ready, beside the other stages: the first time it may have to be built. */
export function engineStage(progress: ProgressDisplay): Stage {
  return {
    name: "prepare:engine",
    after: [],
    background: true,
    async run(print, signal) {
      try {
        const { root, version } = await prepareEngine({ onProgress: progress.onProgress, signal });
        print(`Pulumi ${version} in ${root}\n`);
        return { passed: 1, failed: 0, faults: [] };
      } catch (error) {
        const { message } = error as Error;
        print(`${message}\n`);
        return { passed: 0, failed: 1, faults: [message] };
      } finally {
        progress.close();
      }
    },
  };
}
