import { Agent, request, type IncomingHttpHeaders } from "node:http";
import { startEmulator, type Emulator, type EmulatorOptions } from "../../../emulator";

/** What came back over the wire. */
export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The body as JSON, with the members that the test knows it to have; undefined when it is none. */
  json: AnyBody;
}

/** Every member that a body of the API can have. */
export interface AnyBody {
  cloudAddress: string;
  cloudPassword: string;
  cloudAddresses: string[];
  changes: string;
  allowedActions: string[];
  groups: string[];
  accessControl: { groups: string[]; cloudAddresses: string[] };
  errorCode: number | string;
  errorMessage: string;
}

export interface Sent {
  /** Headers beside `Authorization`; null leaves one out. */
  headers?: Record<string, string | null> | undefined;
  /** A text is sent as it is, anything else as JSON. */
  body?: unknown;
}

/** Basic credentials as a header. */
export function basic(apiKey: string, apiSecret = apiKey): string {
  return `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString("base64")}`;
}

/** Speaks plain HTTP to one emulator, with nothing added that a test did not ask for. */
export class Caller {
  readonly #agent = new Agent({ keepAlive: true });

  private constructor(readonly emulator: Emulator) {}

  static async start(options: EmulatorOptions = {}): Promise<Caller> {
    return new Caller(await startEmulator(options));
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    await this.emulator.close();
  }

  /** A request to a path below `/cloud/1.1/static-address`, authenticated as `emulator`. */
  call(method: string, path: string, sent: Sent = {}): Promise<Answered> {
    const headers = { authorization: basic("emulator"), ...sent.headers };
    return this.raw(method, `/cloud/1.1/static-address${path}`, { ...sent, headers });
  }

  raw(method: string, path: string, { headers = {}, body }: Sent = {}): Promise<Answered> {
    const bytes = Buffer.isBuffer(body) || typeof body === "string" ? body : JSON.stringify(body);
    const given = Object.entries(headers).filter((header): header is [string, string] => header[1] !== null);
    if (bytes !== undefined) {
      // Node.js frames the body of a GET or DELETE only when it is told to.
      given.push(["content-length", String(Buffer.byteLength(bytes))]);
    }
    return new Promise((resolve, reject) => {
      const outgoing = request(
        { port: this.emulator.port, method, path, agent: this.#agent, headers: Object.fromEntries(given) },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () => {
            const text = Buffer.concat(chunks).toString();
            resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: parse(text) });
          });
        },
      );
      outgoing.on("error", reject);
      outgoing.end(bytes);
    });
  }

  post(body: unknown, headers: Record<string, string | null> = {}): Promise<Answered> {
    const json = { "content-type": "application/json", accept: "application/json" };
    return this.call("POST", "", { headers: { ...json, ...headers }, body });
  }

  put(cloudAddress: string, body: object, headers: Record<string, string | null> = {}): Promise<Answered> {
    return this.call("PUT", `/${cloudAddress}`, {
      headers: { "content-type": "application/json", ...headers },
      body: { cloudAddress, ...body },
    });
  }

  /** Creates an address and returns its name. */
  async create(body: unknown = { allowedActions: ["connect"] }): Promise<string> {
    return (await this.post(body)).json.cloudAddress;
  }

  async details(cloudAddress: string): Promise<Answered> {
    return this.call("GET", `/${cloudAddress}`);
  }

  async changes(cloudAddress: string): Promise<string> {
    return (await this.call("GET", `/${cloudAddress}/ready`)).json.changes;
  }

  /** All addresses, following `Link`. */
  async listAll(query = ""): Promise<string[]> {
    const all: string[] = [];
    let path: string | undefined = `/cloud/1.1/static-address${query}`;
    while (path !== undefined) {
      const page: Answered = await this.raw("GET", path, { headers: { authorization: basic("emulator") } });
      all.push(...((page.json as AnyBody | undefined)?.cloudAddresses ?? []));
      path = nextPath(page);
    }
    return all;
  }
}

/** The path of the next page by the `Link` header. */
export function nextPath({ headers: { link } }: Answered): string | undefined {
  const url = typeof link === "string" ? /<([^>]*)>; rel="?next"?/.exec(link)?.[1] : undefined;
  return url?.replace(/^https?:\/\/[^/]*/, "");
}

function parse(text: string): AnyBody {
  try {
    return JSON.parse(text) as AnyBody;
  } catch {
    return undefined as unknown as AnyBody;
  }
}

/** An address that is well-formed and that no emulator makes. */
export const unknownAddress =
  "ztgDAEjLLP4yHwHrdz9.ztgPXJMFsk1NiEGpbAx.livEXXxXXSrGS1urBF5.FCRPRHbrZPyfmS6Nt4M";

/** So many well-formed addresses. */
export function addresses(count: number): string[] {
  return Array.from({ length: count }, (_, index) => unknownAddress + index);
}

/** So many group names. */
export function groups(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `group ${index}`);
}
