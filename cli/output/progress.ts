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
  return {
    expect: () => {
      total += 1;
      // A bar of nothing would show as a full one.
      if (total === 1) bar.start(total, 0);
      else bar.setTotal(total);
    },
    advance: () => bar.increment(),
    stop: () => bar.stop(),
  };
}

/**
 * Hands on what comes, and counts it as expected. Where somebody is looking, all of it is waited for first: only a bar
 * with an end says how far it is.
 */
export async function* expecting<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  progress: Progress,
): AsyncGenerator<Item, void, undefined> {
  if (progress === noProgress) {
    yield* items;
    return;
  }
  const all: Item[] = [];
  for await (const item of items) {
    progress.expect();
    all.push(item);
  }
  yield* all;
}
