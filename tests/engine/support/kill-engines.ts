import { basename } from "node:path";
import { descendants, signal, type RunningProcess } from "./processes";

/**
 * Kills, as by `kill -9`, every `pulumi` that this process has started, and whatever those have started: nothing is left
 * to be orderly.
 */
export async function killEngines(): Promise<void> {
  const below = await descendants();
  const engines = below.filter((one) => one.parent === process.pid && isPulumi(one));
  signal("SIGKILL", [...engines, ...(await Promise.all(engines.map(({ pid }) => descendants(pid)))).flat()]);
}

/** Whether a process is Pulumi's command line. */
export function isPulumi({ command }: RunningProcess): boolean {
  return /^pulumi(\.exe)?$/.test(basename(command.split(" ")[0] as string));
}
