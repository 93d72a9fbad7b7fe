import { expect } from "chai";
import { checkOptions } from "../../client/client-options";

describe("the options of the client", () => {
  it("have the documented defaults", () => {
    const { timing: _timing, ...checked } = checkOptions({ apiKey: "k", apiSecret: "s", environment: {} });
    expect(checked).to.deep.equal({
      apiKey: "k",
      apiSecret: "s",
      endpoint: "https://api.vnc.com/cloud/1.1",
      proxy: undefined,
      requestTimeoutSeconds: 30,
      operationTimeoutSeconds: 300,
      maxRetries: 4,
      parallel: 16,
    });
  });
});
