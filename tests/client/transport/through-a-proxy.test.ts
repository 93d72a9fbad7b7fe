import { expect } from "chai";
import { ConnectionError } from "../../../client";
import { FakeTiming } from "../fake-timing";
import { rejection } from "../rejection";
import { StubService } from "../stub-service";
import { ProxyServer } from "./proxy-server";

describe("through a proxy", () => {
  afterEach(() => StubService.closeAll());
  afterEach(() => ProxyServer.closeAll());

  it("a plain endpoint on this machine is asked through a proxy on this machine", async () => {
    const stub = await StubService.start({ json: { changes: "none" } });
    const proxy = await ProxyServer.start();
    const client = stub.client({ environment: { HTTP_PROXY: proxy.url("user:p%40ss@") } });
    expect(await client.getReadiness("a.b")).to.equal("none");
    expect(await client.getReadiness("a.b")).to.equal("none");
    expect(proxy.asked).to.deep.equal(Array(2).fill(`${stub.endpoint}/static-address/a.b/ready`));
    expect(proxy.authorizations[0]).to.equal(`Basic ${Buffer.from("user:p@ss").toString("base64")}`);
  });

  it("change and delete send no Accept either (A25)", async () => {
    const stub = await StubService.start({ status: 204 });
    const proxy = await ProxyServer.start();
    const client = stub.client({ environment: { HTTP_PROXY: proxy.url() } });
    await client.deleteCloudAddress("a.b", { ifMatch: "1" });
    expect(stub.requests[0]?.headers).not.to.have.property("accept");
  });

  for (const status of [404, 407, 403, 502]) {
    it(`a tunnel refused with ${status} is no answer of the service, and nothing was sent`, async () => {
      const proxy = await ProxyServer.start(status);
      const stub = await StubService.start({});
      const timing = new FakeTiming();
      const client = stub.client({
        endpoint: "https://localhost:9/cloud/1.1",
        environment: { HTTPS_PROXY: proxy.url("user:Canary-Proxy@") },
        timing,
      });
      const error = await rejection(ConnectionError, client.createCloudAddress({ action: "connect" }));
      expect(error.message).to.include(`the proxy refused the connection with status ${status}`);
      expect(error.outcomeUnknown).to.equal(false);
      expect(error.attempts).to.equal(5);
      expect(proxy.asked).to.deep.equal(Array(5).fill("CONNECT localhost:9"));
      expect(`${error.stack}${JSON.stringify(error)}`).not.to.include("Canary-Proxy");
    });
  }
});
