/** A part of the tests whose cases are data, so that their number says something. */
export interface Suite {
  readonly title: string;
  readonly files: string;
  readonly about: string;
}

export const suites: readonly Suite[] = [
  {
    title: "Retry conformance of the client",
    files: "tests/client/conformance/*.test.ts",
    about:
      "every operation of the client × every fault × once, twice, for ever: result, number of requests, what the service did",
  },
  {
    title: "Retry conformance of the provider",
    files: "tests/provider/conformance/*.test.ts",
    about:
      "create, read, update, rotate and delete in Pulumi's dynamic host × every fault at each request × once, twice, for ever, and the next run after it",
  },
  {
    title: "Readings of the documentation",
    files: "tests/provider/quirks/quirks.test.ts",
    about: "the life of several addresses under each switch of the emulator, alone and every two together",
  },
  {
    title: "Upgrades",
    files: "tests/engine/upgrade.test.ts",
    about: "states that released versions left, read by today's code under the real engine",
  },
];
