import { expect } from "chai";
import { createAgent } from "../../../client/transport/agent";

describe("the agent", () => {
  for (const [endpoint, proxy] of [
    ["http://127.0.0.1:1/cloud/1.1"],
    ["https://api.example/cloud/1.1"],
    ["http://127.0.0.1:1/cloud/1.1", "http://127.0.0.1:2"],
    ["https://api.example/cloud/1.1", "http://127.0.0.1:2"],
  ] as const) {
    const through = proxy === undefined ? "" : " through a proxy";
    it(`keeps connections to ${new URL(endpoint).protocol}//${through} for 4 seconds, before a server would close them`, async () => {
      const agent = await createAgent(endpoint, proxy === undefined ? undefined : new URL(proxy), 3);
      expect(agent).to.have.property("keepAlive", true);
      expect(agent.maxSockets).to.equal(3);
      expect((agent as unknown as { options: object }).options).to.include({ timeout: 4000 });
      agent.destroy();
    });
  }
});
