/** A request target in its parts, as sent: nothing is normalised, so `//` and `..` stay what they are. */
export interface Target {
  path: string;
  /** Without the question mark; empty when there is none. */
  query: string;
}

/** Splits a request target. The absolute form that proxies send (`GET http://host/path`) is understood too. */
export function splitTarget(target: string): Target {
  const local = target.replace(/^https?:\/\/[^/?]*/i, "");
  const mark = local.indexOf("?");
  return mark < 0
    ? { path: local === "" ? "/" : local, query: "" }
    : { path: local.slice(0, mark), query: local.slice(mark + 1) };
}
