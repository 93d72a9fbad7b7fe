/** A part of the tests whose cases are data, so that their number says something. */
export interface Suite {
  readonly title: string;
  readonly files: readonly string[];
  readonly about: string;
}

export const suites: readonly Suite[] = [
  {
    title: "Retry conformance of the client",
    files: ["tests/client/conformance/*.test.ts"],
    about:
      "every operation of the client × every fault × once, twice, for ever: result, number of requests, what the service did",
  },
  {
    title: "Retry conformance of the provider",
    files: ["tests/provider/conformance/*.test.ts"],
    about:
      "create, read, update, rotate and delete in Pulumi's dynamic host × every fault at each request × once, twice, for ever, and the next run after it",
  },
  {
    title: "Its main rows under the real engine",
    files: ["tests/engine/faults.test.ts"],
    about: "the same, with what the run prints and what the state holds after it",
  },
  {
    title: "Readings of the documentation",
    files: ["tests/provider/quirks/quirks.test.ts"],
    about: "the life of several addresses under each switch of the emulator, alone and every two together",
  },
  {
    title: "Drift under the real engine",
    files: ["tests/engine/drift-matrix.test.ts", "tests/engine/disappears.test.ts"],
    about:
      "each field × added, removed, changed, reordered by somebody else; addresses deleted at five moments; changes that are answered and not stored",
  },
  {
    title: "Changes under the real engine",
    files: ["tests/engine/replace-matrix.test.ts"],
    about:
      "each change of each argument: the operations of the preview and of the `up`, its requests, what the service has",
  },
  {
    title: "The rules of the service",
    files: ["tests/emulator/{rules,matrix,readings}/*.test.ts"],
    about: "the emulator, which all of this trusts, against the documentation, rule by rule",
  },
  {
    title: "Hostile answers",
    files: ["tests/client/{hostile,responses,paging}/*.test.ts"],
    about:
      "every parser of what the service says: random bytes, huge, nested, slow, cut off, prototype keys, foreign links; a case is up to 2,000 random inputs",
  },
  {
    title: "Hostile requests",
    files: ["tests/emulator/hostile/*.test.ts"],
    about:
      "the emulator against random input, request smuggling and slow requests; a case is up to 300 random inputs",
  },
  {
    title: "Secrets",
    files: [
      "tests/{cli,client}/secrets/*.test.ts",
      "tests/engine/secret-forms.test.ts",
      "tests/engine/secret-sweep.test.ts",
    ],
    about:
      "the key, the secret and every password in 12 written forms: errors, every command and its logs, and the search itself, with which every scenario under the real engine ends (state, exports, output, event log, emulator, temporary files, process arguments)",
  },
  {
    title: "Upgrades",
    files: ["tests/engine/upgrade.test.ts"],
    about: "states that released versions left, read by today's code under the real engine",
  },
];
