/** Where the service is when nothing else is configured (rule 1). */
export const defaultEndpoint = "https://api.vnc.com/cloud/1.1";

/** Either the endpoint without a trailing slash, or what is wrong with it. */
export type EndpointResult = { readonly endpoint: string } | { readonly problem: string };

/**
 * Checks an endpoint and brings it into one form, without a slash at its end. Only `https` is accepted, and `http`
 * when the host is this very machine: the credentials of every request must not cross a network in plain text.
 */
export function parseEndpoint(value: unknown): EndpointResult {
  if (typeof value !== "string" || !URL.canParse(value)) {
    return { problem: `must be a URL such as ${defaultEndpoint}` };
  }
  const url = new URL(value);
  if (url.username !== "" || url.password !== "") {
    return { problem: "must not contain a user name or password; give them as apiKey and apiSecret" };
  }
  if (url.search !== "" || url.hash !== "") return { problem: "must not contain a query or a fragment" };
  if (url.protocol === "http:" && !isLoopback(url)) {
    return { problem: "must use https: plain http is accepted for this machine (loopback) only" };
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") return { problem: "must use https" };
  return { endpoint: url.origin + url.pathname.replace(/\/+$/, "") };
}

/** Whether a URL's host is this very machine: `localhost`, `127.0.0.0/8` or `[::1]`. */
export function isLoopback(url: URL): boolean {
  return (
    url.hostname === "localhost" || url.hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(url.hostname)
  );
}
