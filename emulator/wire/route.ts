/** The seven operations of the API (rule 2). */
export type OperationName = "create" | "list" | "ready" | "details" | "change" | "reset" | "delete";

/** Where a request goes to. */
export interface Route {
  operation: OperationName | "unknown";
  /** The cloud address of the path, percent-decoded; absent on create and list. */
  cloudAddress?: string;
  /** For an unknown operation on a known path: the methods that the path has (A58). */
  allow?: string[];
}

type Methods = Readonly<Record<string, OperationName>>;

const collection: Methods = { GET: "list", POST: "create" };
/** The list exists since 1.1 (rule 34, A41). */
const collectionBefore11: Methods = { POST: "create" };
const member: Methods = { GET: "details", PUT: "change", POST: "reset", DELETE: "delete" };
const readiness: Methods = { GET: "ready" };

const pattern = /^\/cloud\/(1\.0|1\.1)\/static-address(?:\/([^/]+)(\/ready)?)?$/;

/** Finds the operation for a method and a raw path without its query. */
export function findRoute(method: string, path: string): Route {
  const match = pattern.exec(path);
  if (match === null) {
    return { operation: "unknown" };
  }
  const [, version, segment, ready] = match;
  if (segment === undefined) {
    if (version === "1.0" && method === "GET") {
      return { operation: "unknown" };
    }
    return choose(version === "1.0" ? collectionBefore11 : collection, method, {});
  }
  return choose(ready === undefined ? member : readiness, method, { cloudAddress: decode(segment) });
}

function choose(methods: Methods, method: string, parameters: { cloudAddress?: string }): Route {
  return Object.hasOwn(methods, method)
    ? { operation: methods[method]!, ...parameters }
    : { operation: "unknown", allow: Object.keys(methods), ...parameters };
}

/** An undecodable segment stays as it is: its percent sign makes it a malformed address. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
