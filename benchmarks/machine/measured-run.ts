import { performance } from "node:perf_hooks";
import { ProcessTree } from "./process-tree";

/** What a run and the processes that it started took. */
export interface MeasuredRun {
  readonly seconds: number;
  /** Processor time of all its processes. */
  readonly cpuSeconds: number;
  /** Peak resident memory, in bytes, of the largest process with such a command line; undefined where there was none. */
  peakMemory(isMeant: (command: string) => boolean): number | undefined;
}

/** Runs something that starts processes. */
export async function measureRun(run: () => Promise<void>): Promise<MeasuredRun> {
  const tree = new ProcessTree();
  const start = performance.now();
  await run().finally(() => tree.stop());
  const seconds = (performance.now() - start) / 1000;
  const processes = tree.stop();
  return {
    seconds,
    cpuSeconds: processes.reduce((sum, process) => sum + process.cpuSeconds, 0),
    peakMemory(isMeant) {
      const peaks = processes.filter(({ command }) => isMeant(command)).map(({ peakMemory }) => peakMemory);
      return peaks.length === 0 ? undefined : Math.max(...peaks);
    },
  };
}
