import type { OnProgress } from "../engine";

/** Shows progress while something takes long. */
export interface ProgressDisplay {
  readonly onProgress: OnProgress;
  /** Ends the display. On a terminal it leaves nothing behind. */
  close(): void;
}
