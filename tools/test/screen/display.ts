import { occasionalLines } from "../../engine/progress/occasional-lines";
import type { ProgressDisplay } from "../../engine/progress/progress-display";
import { Screen } from "./screen";
import { StatusLine } from "./status-line";

/** The screen of a run, and the progress of what goes on beside it, which never lands inside a line. */
export interface Display {
  screen: Screen;
  progress: ProgressDisplay;
}

/** On a terminal, progress is the last line; elsewhere it is a line of its own now and then. */
export function display(output: NodeJS.WriteStream): Display {
  if (!output.isTTY) {
    const progress = occasionalLines((line) => output.write(`${line}\n`));
    return { screen: new Screen((lines) => output.write(lines)), progress };
  }
  const statusLine = new StatusLine(output);
  return {
    screen: new Screen((lines) => statusLine.writeAbove(lines)),
    progress: { onProgress: (text) => statusLine.set(text), close: () => statusLine.set("") },
  };
}
