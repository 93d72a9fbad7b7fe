/**
 * `npm run mutation`: faults are put into the code that decides, one at a time, and the tests have to notice. The
 * tests are those that run the sources in this process; those of the provider's life cycle do so under mutation.
 */
export default {
  testRunner: "mocha",
  mochaOptions: {
    require: ["tsx/cjs"],
    spec: [
      "tests/provider/check/*.test.ts",
      "tests/provider/diff/*.test.ts",
      "tests/provider/cloud-address/*.test.ts",
      "tests/provider/write/*.test.ts",
      "tests/provider/dynamic/adopt.test.ts",
      "tests/provider/dynamic/conditional.test.ts",
      "tests/provider/dynamic/external-change.test.ts",
      "tests/provider/dynamic/lifecycle.test.ts",
      "tests/provider/dynamic/ownership.test.ts",
      "tests/client/operations/*.test.ts",
      "tests/client/retry/*.test.ts",
      "tests/client/characteristics.test.ts",
      "tests/lives/lives.test.ts",
    ],
  },
  mutate: [
    "provider/{check,diff,cloud-address,read,update,write,create,delete}/**/*.ts",
    "client/retry/{retry-classes,retry-plan,passing-fault,retry-after,back-off}.ts",
    "client/characteristics.ts",
  ],
  coverageAnalysis: "perTest",
  concurrency: 2,
  // What never ends counts as noticed; what is only slow on a busy machine must not.
  timeoutMS: 120_000,
  tempDirName: "reports/mutation-sandbox",
  cleanTempDir: "always",
  ignorePatterns: ["/dist", "/docs", "/examples", "/benchmarks", "/cli", "/reports"],
  reporters: ["clear-text", "progress", "json", "html"],
  jsonReporter: { fileName: "reports/mutation/mutation.json" },
  htmlReporter: { fileName: "reports/mutation/index.html" },
  thresholds: { high: 95, low: 90, break: 85 },
};
