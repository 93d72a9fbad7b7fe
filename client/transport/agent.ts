import type { Agent } from "node:http";
import type { HttpsProxyAgent as HttpsProxyAgentType } from "https-proxy-agent";

/**
 * An unused connection is closed after this many milliseconds, sooner when the server announces less: a connection
 * that the server closes while a request is on its way leaves the fate of that request unknown.
 */
const idleMilliseconds = 4000;

/**
 * Makes the agent that keeps at most `parallel` connections alive. Idle connections do not keep the process running.
 * The modules behind it are loaded here, at the first request, so that importing the client stays cheap.
 */
export async function createAgent(
  endpoint: string,
  proxy: URL | undefined,
  parallel: number,
): Promise<Agent> {
  const options = { keepAlive: true, maxSockets: parallel, timeout: idleMilliseconds };
  const secure = endpoint.startsWith("https:");
  if (proxy === undefined) {
    if (!secure) return new (await import("node:http")).Agent(options);
    return new (await import("node:https")).Agent(options);
  }
  if (!secure) return new (await import("http-proxy-agent")).HttpProxyAgent(proxy, options);
  const { HttpsProxyAgent } = await import("https-proxy-agent");
  /**
   * The library hands a proxy's refusal on as if it were the service's answer. A 404 of a proxy must not look like a
   * cloud address that is gone, so a refusal becomes a connection that could not be made.
   */
  class TunnelAgent extends HttpsProxyAgent<string> {
    override async connect(...[request, target]: Parameters<HttpsProxyAgentType<string>["connect"]>) {
      let status = 0;
      request.once("proxyConnect", (answer: { statusCode: number }) => (status = answer.statusCode));
      const socket = await super.connect(request, target);
      if (status === 200) return socket;
      socket.destroy();
      throw new Error(`the proxy refused the connection with status ${status}`);
    }
  }
  const agent = new TunnelAgent(proxy.href, options);
  // The library puts its own in their place, so that an unused connection would stay open for ever.
  Object.assign(agent.options, options);
  return agent;
}
