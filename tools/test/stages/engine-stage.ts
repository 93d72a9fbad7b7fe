import type { Stage } from "./stage";

/** Makes the real Pulumi engine ready, in the background: the first time it may have to be built. */
export function engineStage(onProgress: (text: string) => void): Stage {
  return {
    name: "prepare:engine",
    after: [],
    background: true,
    async run(print) {
      try {
        const { prepareEngine } = await import("../../engine");
        const folder = await prepareEngine({ onProgress });
        print(`The Pulumi engine is in ${folder}\n`);
        return { passed: 1, failed: 0, faults: [] };
      } catch (error) {
        const { message } = error as Error;
        print(`${message}\n`);
        return { passed: 0, failed: 1, faults: [message] };
      } finally {
        onProgress("");
      }
    },
  };
}
