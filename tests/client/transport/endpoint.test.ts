import { expect } from "chai";
import { ConfigurationError, defaultEndpoint, VncCloudClient } from "../../../client";

const client = (endpoint?: string) =>
  new VncCloudClient({ apiKey: "k", apiSecret: "s", endpoint, environment: {} });

describe("the endpoint", () => {
  it("rule 1: is that of version 1.1 unless another one is given", () => {
    expect(client().endpoint).to.equal("https://api.vnc.com/cloud/1.1");
    expect(defaultEndpoint).to.equal("https://api.vnc.com/cloud/1.1");
  });

  const accepted: [string, string][] = [
    ["https://api.vnc.com/cloud/1.1/", "https://api.vnc.com/cloud/1.1"],
    ["https://api.vnc.com/cloud/1.1//", "https://api.vnc.com/cloud/1.1"],
    ["https://gateway.example:8443/vnc", "https://gateway.example:8443/vnc"],
    ["http://127.0.0.1:8080/cloud/1.1", "http://127.0.0.1:8080/cloud/1.1"],
    ["http://127.8.9.10/cloud/1.1", "http://127.8.9.10/cloud/1.1"],
    ["http://localhost:8080", "http://localhost:8080"],
    ["http://[::1]:8080/cloud/1.1", "http://[::1]:8080/cloud/1.1"],
    ["http://0x7f.1/cloud/1.1", "http://127.0.0.1/cloud/1.1"],
  ];
  for (const [given, expected] of accepted) {
    it(`${given} becomes ${expected}`, () => expect(client(given).endpoint).to.equal(expected));
  }

  const refused: [string, string][] = [
    ["plain http to another machine", "http://api.vnc.com/cloud/1.1"],
    ["plain http to a name that only begins like this machine", "http://127.0.0.1.evil.example/"],
    ["plain http to a name that only ends like it", "http://evil.localhost.example/"],
    ["plain http to any interface", "http://0.0.0.0/"],
    ["another scheme", "ftp://localhost/"],
    ["no URL", "api.vnc.com"],
    ["nothing", ""],
    ["a user name and password", "https://user:Canary9@api.vnc.com/cloud/1.1"],
    ["a query", "https://api.vnc.com/cloud/1.1?x=1"],
    ["a fragment", "https://api.vnc.com/cloud/1.1#x"],
  ];
  for (const [name, given] of refused) {
    it(`F4: ${name} is refused`, () => {
      expect(() => client(given))
        .to.throw(ConfigurationError, /endpoint must/)
        .and.not.match(/Canary9/);
    });
  }
});
