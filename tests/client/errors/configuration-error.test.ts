import { expect } from "chai";
import { ConfigurationError, VncCloudClient, type ClientOptions } from "../../../client";

function faultsOf(options: Partial<Record<keyof ClientOptions, unknown>>): string[] {
  try {
    new VncCloudClient({
      apiKey: "some-key",
      apiSecret: "some-secret",
      environment: {},
      ...options,
    } as ClientOptions);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    for (const { option, problem } of error.faults) expect(error.message).to.include(`${option} ${problem}`);
    return error.faults.map(({ option }) => option);
  }
}

describe("the options of the client", () => {
  const rows: [string, Partial<Record<keyof ClientOptions, unknown>>, string[]][] = [
    ["the defaults", {}, []],
    ["A30: any text as key and secret", { apiKey: "K\u00e9y !", apiSecret: "a:b \u20ac" }, []],
    ["A30: an empty key", { apiKey: "" }, ["apiKey"]],
    ["A30: a missing secret", { apiSecret: undefined }, ["apiSecret"]],
    ["A30: a key with a colon", { apiKey: "a:b" }, ["apiKey"]],
    ["A30: a key with a line end", { apiKey: "a\n" }, ["apiKey"]],
    ["A30: a secret with a control character", { apiSecret: "a\u0007" }, ["apiSecret"]],
    ["A30: a secret with half a surrogate pair", { apiSecret: "a\ud800" }, ["apiSecret"]],
    ["no repetitions", { maxRetries: 0 }, []],
    ["a fraction of a repetition", { maxRetries: 1.5 }, ["maxRetries"]],
    ["negative repetitions", { maxRetries: -1 }, ["maxRetries"]],
    ["no requests at once", { parallel: 0 }, ["parallel"]],
    ["too many requests at once", { parallel: 1001 }, ["parallel"]],
    ["a number as text", { parallel: "16" }, ["parallel"]],
    [
      "no time",
      { requestTimeoutSeconds: 0, operationTimeoutSeconds: Number.NaN },
      ["requestTimeoutSeconds", "operationTimeoutSeconds"],
    ],
    ["endless time", { operationTimeoutSeconds: Infinity }, ["operationTimeoutSeconds"]],
    ["a SOCKS proxy", { environment: { ALL_PROXY: "socks5://p.example" } }, ["proxy"]],
    [
      "everything wrong at once",
      {
        apiKey: "",
        apiSecret: "",
        endpoint: "x",
        requestTimeoutSeconds: -1,
        operationTimeoutSeconds: -1,
        maxRetries: -1,
        parallel: -1,
      },
      [
        "apiKey",
        "apiSecret",
        "endpoint",
        "requestTimeoutSeconds",
        "operationTimeoutSeconds",
        "maxRetries",
        "parallel",
      ],
    ],
  ];
  for (const [name, options, expected] of rows) {
    it(`${name}: ${expected.length === 0 ? "accepted" : `refused for ${expected.join(", ")}`}`, () => {
      expect(faultsOf(options)).to.deep.equal(expected);
    });
  }

  it("no value of a secret is in the error", () => {
    const make = () =>
      new VncCloudClient({
        apiKey: "Canary:1",
        apiSecret: "Canary\n2",
        environment: { HTTPS_PROXY: "http://u:Canary%zz3@p" },
      });
    expect(make)
      .to.throw(ConfigurationError)
      .with.property("message")
      .not.match(/Canary/);
  });
});
