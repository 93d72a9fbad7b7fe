import { SingleBar } from "cli-progress";
import type { Display } from "../command/surroundings";

/** How far something is that takes long. */
export interface Progress {
  /** There is one more to do. */
  expect(): void;
  /** One more is done. */
  advance(): void;
  /** Takes the bar away. */
  stop(): void;
}

/** Shows nothing. */
export const noProgress: Progress = { expect: () => {}, advance: () => {}, stop: () => {} };

/**
 * Shows a progress bar, on a terminal only: a log wants none.
 * @param display The stream for messages, so that the result on standard output stays clean.
 * @param doing What is going on, as the bar's caption.
 */
export function startProgress(display: Display, doing: string): Progress {
  if (display.isTTY !== true) return noProgress;
  const bar = new SingleBar({
    stream: display,
    format: `${doing} [{bar}] {value}/{total}`,
    clearOnComplete: true,
    hideCursor: false,
    fps: 10,
  });
  let total = 0;
  bar.start(total, 0);
  return {
    expect: () => bar.setTotal((total += 1)),
    advance: () => bar.increment(),
    stop: () => bar.stop(),
  };
}

/** Hands on what comes, and counts it as expected. */
export async function* expecting<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  progress: Progress,
): AsyncGenerator<Item, void, undefined> {
  for await (const item of items) {
    progress.expect();
    yield item;
  }
}
