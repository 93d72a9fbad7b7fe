import type { EventEmitter } from "node:events";

const names = ["SIGINT", "SIGTERM"] as const;

/** Resolves at the first SIGINT or SIGTERM. The next one ends the process at once, as it would have without us. */
export function stopSignal(signals: EventEmitter): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      for (const name of names) signals.off(name, stop);
      resolve();
    };
    for (const name of names) signals.on(name, stop);
  });
}
