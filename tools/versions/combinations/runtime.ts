/** Versions that a person may have beside this package. */
export interface RuntimeChoice {
  /** A version of Node.js as npm takes it after `node@`: `22` is the newest of that line. */
  readonly node: string;
  /** A version of `@pulumi/pulumi` as npm takes it. */
  readonly pulumi: string;
}

/** The same, installed. */
export interface Runtime {
  /** Exact version of Node.js, without the `v`. */
  readonly node: string;
  /** Exact version of `@pulumi/pulumi`. */
  readonly pulumi: string;
  /** The folder with the `node` executable. */
  readonly nodeFolder: string;
  /** A folder whose `node_modules` has the SDK, this package as packed, and what TypeScript programs need. */
  readonly folder: string;
}
