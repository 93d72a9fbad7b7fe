import { expect } from "chai";
import { proxyForEndpoint, proxySecrets } from "../../../client/transport/proxy";

const service = "https://api.vnc.com/cloud/1.1";
const here = "http://127.0.0.1:8080/cloud/1.1";
const proxyOf = (endpoint: string, environment: NodeJS.ProcessEnv) => {
  const found = proxyForEndpoint(endpoint, environment);
  return "problem" in found ? `refused: ${found.problem}` : (found.proxy?.href ?? "direct");
};

describe("the proxy of the environment", () => {
  const rows: [string, string, NodeJS.ProcessEnv, string | RegExp][] = [
    ["is none by default", service, {}, "direct"],
    [
      "comes from HTTPS_PROXY",
      service,
      { HTTPS_PROXY: "http://proxy.example:3128" },
      "http://proxy.example:3128/",
    ],
    [
      "comes from https_proxy",
      service,
      { https_proxy: "http://proxy.example:3128" },
      "http://proxy.example:3128/",
    ],
    [
      "comes from ALL_PROXY",
      service,
      { ALL_PROXY: "http://proxy.example:3128" },
      "http://proxy.example:3128/",
    ],
    ["may speak https", service, { HTTPS_PROXY: "https://proxy.example" }, "https://proxy.example/"],
    ["does not come from HTTP_PROXY for https", service, { HTTP_PROXY: "http://proxy.example" }, "direct"],
    [
      "is left out by NO_PROXY",
      service,
      { HTTPS_PROXY: "http://p.example", NO_PROXY: "api.vnc.com" },
      "direct",
    ],
    [
      "is left out by a suffix in NO_PROXY",
      service,
      { HTTPS_PROXY: "http://p.example", NO_PROXY: ".vnc.com" },
      "direct",
    ],
    [
      "never sees plain http",
      here,
      { HTTP_PROXY: "http://proxy.example:3128", ALL_PROXY: "http://p.example" },
      "direct",
    ],
    ["may be on this machine", here, { HTTP_PROXY: "http://127.0.0.1:3128" }, "http://127.0.0.1:3128/"],
    [
      "is not asked for this machine over https",
      "https://localhost/",
      { HTTPS_PROXY: "http://p.example" },
      "direct",
    ],
    ["must not be a SOCKS one", service, { ALL_PROXY: "socks5://proxy.example:1080" }, /^refused: .*socks5/],
    ["must be a URL", service, { HTTPS_PROXY: "http://[" }, /^refused: .*not a URL/],
    [
      "must be percent-encoded",
      service,
      { HTTPS_PROXY: "http://u:%zz@p.example" },
      /^refused: .*percent-encoded/,
    ],
  ];
  for (const [name, endpoint, environment, expected] of rows) {
    it(name, () => {
      if (typeof expected === "string") expect(proxyOf(endpoint, environment)).to.equal(expected);
      else expect(proxyOf(endpoint, environment)).to.match(expected);
    });
  }

  it("is read without a trace in the environment of the process", () => {
    const before = process.env;
    proxyOf(service, { HTTPS_PROXY: "http://proxy.example:3128" });
    expect(process.env).to.equal(before);
  });

  it("has secrets that no error may show, encoded and not", () => {
    expect(proxySecrets(new URL("http://user:p%40ss@p.example"))).to.deep.equal([
      "user:p@ss",
      "p%40ss",
      "p@ss",
    ]);
    expect(proxySecrets(new URL("http://p.example"))).to.deep.equal([]);
    expect(proxySecrets(undefined)).to.deep.equal([]);
  });
});
