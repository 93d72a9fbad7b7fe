import { setMaxListeners, type EventEmitter } from "node:events";

const signalNames = ["SIGINT", "SIGTERM"] as const;

/** The person, or the machine, wants no more of it. */
class Interrupted extends Error {
  constructor() {
    super("Interrupted.");
  }
}

/**
 * Does something that Ctrl+C (SIGINT) or SIGTERM ends. A second one ends the process at once, as it would have without
 * us.
 * @param action Is given a signal that is aborted by then, and at the end: it gives up what is under way, keeps what is
 *   worth keeping, and ends soon, however.
 * @throws what `action` throws; "Interrupted." if it was, whatever became of it.
 */
export async function interruptible<Result>(
  signals: EventEmitter,
  action: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const ending = new AbortController();
  // Each request under way listens to it, so there are many and that is no leak.
  setMaxListeners(0, ending.signal);
  let interrupted = false;
  const listen = (): void => signalNames.forEach((name) => void signals.on(name, stop));
  const letGo = (): void => signalNames.forEach((name) => void signals.off(name, stop));
  const stop = (): void => {
    letGo();
    interrupted = true;
    ending.abort();
  };
  listen();
  try {
    const result = await action(ending.signal);
    if (!interrupted) return result;
  } catch (error) {
    if (!interrupted) throw error;
  } finally {
    letGo();
    ending.abort();
  }
  throw new Interrupted();
}
