/** A Pulumi engine that can run this project's programs. */
export interface Engine {
  /** The installation's folder, as `PulumiCommand.get({ root })` of the Automation API takes it. */
  readonly root: string;
  readonly version: string;
  /** The `pulumi` executable. */
  readonly pulumi: string;
  /** The folders that have to be first on `PATH`, so that the engine finds its Node.js language host and provider host. */
  readonly path: readonly string[];
}

/**
 * Told how far the preparation is: one line for people and, where it can be said, the part that is done, from 0 to 1.
 */
export type OnProgress = (text: string, done?: number) => void;
