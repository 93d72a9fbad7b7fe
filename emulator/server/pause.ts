import { setTimeout } from "node:timers/promises";
import type { World } from "./world";

/** Waits. When the emulator closes meanwhile, the promise rejects with an `AbortError`. */
export async function pause(world: World, milliseconds: number): Promise<void> {
  if (milliseconds > 0) {
    await setTimeout(milliseconds, undefined, { signal: world.closing });
  }
}
