import { resolve } from "node:path";
import { startEmulator } from "../../emulator/index";
import type { Surroundings } from "../command/surroundings";
import type { EmulatorFlags } from "./flags";
import { parseFlags } from "./parse-flags";
import { stopSignal } from "./stop-signal";

/** Runs the emulator until SIGINT or SIGTERM. */
export async function runEmulator(flags: EmulatorFlags, surroundings: Surroundings): Promise<void> {
  const options = parseFlags(flags);
  const data = options.data === undefined ? undefined : resolve(surroundings.directory, options.data);
  const stopped = stopSignal(surroundings.signals);
  const emulator = await startEmulator({ ...options, data });
  surroundings.output.write(`listening on ${emulator.endpoint}\n`);
  if (surroundings.errors.isTTY) surroundings.errors.write("Ctrl+C stops it.\n");
  await stopped;
  await emulator.close();
}
