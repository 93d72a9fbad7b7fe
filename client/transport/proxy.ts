import { getProxyForUrl } from "proxy-from-env";
import { isLoopback } from "./endpoint";

/** The proxy to use, none, or what is wrong with the one that the environment names. */
export type ProxyResult = { readonly proxy: URL | undefined } | { readonly problem: string };

/**
 * The proxy that the usual variables (`HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`, in either case) name for
 * the endpoint. An endpoint on this machine is reached directly unless the proxy is on this machine as well: another
 * machine could not reach it, and would see the credentials of a plain http request.
 */
export function proxyForEndpoint(endpoint: string, environment: NodeJS.ProcessEnv): ProxyResult {
  const value = withEnvironment(environment, () => getProxyForUrl(endpoint));
  if (value === "") return { proxy: undefined };
  // The value is never repeated: it may hold a password.
  if (!URL.canParse(value)) return { problem: "of the environment (HTTPS_PROXY, ALL_PROXY) is not a URL" };
  const proxy = new URL(value);
  if (isLoopback(new URL(endpoint)) && !isLoopback(proxy)) return { proxy: undefined };
  if (proxy.protocol !== "http:" && proxy.protocol !== "https:") {
    const scheme = proxy.protocol.slice(0, -1);
    return {
      problem: `of the environment uses ${scheme}, which is not supported; name an http or https proxy`,
    };
  }
  if (!isDecodable(proxy.username) || !isDecodable(proxy.password)) {
    return { problem: "of the environment has a user name or password that is not percent-encoded" };
  }
  return { proxy };
}

/** What must not appear in any error when this proxy is used. */
export function proxySecrets(proxy: URL | undefined): readonly string[] {
  if (proxy === undefined || proxy.password === "") return [];
  const password = decodeURIComponent(proxy.password);
  return [`${decodeURIComponent(proxy.username)}:${password}`, proxy.password, password];
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** proxy-from-env reads `process.env` only; it does so before this returns, so nobody else sees the exchange. */
function withEnvironment<Result>(environment: NodeJS.ProcessEnv, read: () => Result): Result {
  const original = process.env;
  if (environment === original) return read();
  process.env = environment;
  try {
    return read();
  } finally {
    process.env = original;
  }
}
