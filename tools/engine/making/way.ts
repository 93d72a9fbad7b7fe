import type { OnProgress } from "../engine";

/** One way to get an engine onto a machine that has none. */
export interface Way {
  /** What the way is called in the message that none of them worked. */
  readonly name: string;
  /**
   * Puts a complete installation (`bin/pulumi` and what belongs beside it) into an empty folder.
   *
   * @throws an error whose message says why the way is closed. The next way is tried then.
   */
  make(
    folder: string,
    context: { readonly onProgress: OnProgress; readonly signal: AbortSignal },
  ): Promise<void>;
}
