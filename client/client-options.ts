import { ConfigurationError, type ConfigurationFault } from "./errors/argument-errors";
import { defaultEndpoint, parseEndpoint } from "./transport/endpoint";
import { proxyForEndpoint } from "./transport/proxy";
import { systemTiming, type Timing } from "./retry/timing";

/** What a client is made with. */
export interface ClientOptions {
  /** The API key of the account (rule 3). */
  readonly apiKey: string;
  /** The API secret of the account (rule 3). */
  readonly apiSecret: string;
  /** Where the service is. Default `https://api.vnc.com/cloud/1.1`; plain http to this machine (loopback) only. */
  readonly endpoint?: string | undefined;
  /** Seconds for one HTTP request with its answer. Default 30, at most 3,600. */
  readonly requestTimeoutSeconds?: number | undefined;
  /** Seconds for one operation with its repetitions; the wait for a free slot does not count. Default 300. */
  readonly operationTimeoutSeconds?: number | undefined;
  /** How often one operation is repeated after a fault that may pass. Default 4, 0 = never, at most 100. */
  readonly maxRetries?: number | undefined;
  /**
   * Requests under way at the same time in this process, those of all its clients together. Default 16, at most 1,000.
   * Clients with different numbers share the slots too: each begins a request only while fewer than its own number are
   * under way.
   */
  readonly parallel?: number | undefined;
  /** Where the proxy variables are read (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY). Default `process.env`. */
  readonly environment?: NodeJS.ProcessEnv | undefined;
  /** Clock, pause and chance, for tests. */
  readonly timing?: Partial<Timing> | undefined;
}

/** Options that were checked, with all defaults. */
export interface CheckedOptions {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly endpoint: string;
  readonly requestTimeoutSeconds: number;
  readonly operationTimeoutSeconds: number;
  readonly maxRetries: number;
  readonly parallel: number;
  readonly proxy: URL | undefined;
  readonly timing: Timing;
}

/**
 * Checks the options and fills in the defaults.
 *
 * @throws ConfigurationError with all faults at once.
 */
export function checkOptions(options: ClientOptions): CheckedOptions {
  const faults: ConfigurationFault[] = [];
  const fault = (option: string, problem: string) => faults.push({ option, problem });

  const keyProblem = secretProblem(options.apiKey) ?? colonProblem(options.apiKey);
  if (keyProblem !== undefined) fault("apiKey", keyProblem);
  const secretFault = secretProblem(options.apiSecret);
  if (secretFault !== undefined) fault("apiSecret", secretFault);

  let endpoint = "";
  let proxy: URL | undefined;
  const parsed = parseEndpoint(options.endpoint ?? defaultEndpoint);
  if ("problem" in parsed) fault("endpoint", parsed.problem);
  else {
    endpoint = parsed.endpoint;
    const found = proxyForEndpoint(endpoint, options.environment ?? process.env);
    if ("problem" in found) fault("proxy", found.problem);
    else proxy = found.proxy;
  }

  const number = (name: NumberOption): number => {
    const { byDefault, minimum, maximum, whole } = numberOptions[name];
    const value: unknown = options[name] ?? byDefault;
    const fits = typeof value === "number" && value >= minimum && value <= maximum;
    if (fits && (!whole || Number.isInteger(value))) return value;
    fault(name, `must be a ${whole ? "whole " : ""}number from ${minimum} to ${maximum}`);
    return byDefault;
  };
  const numbers = {
    requestTimeoutSeconds: number("requestTimeoutSeconds"),
    operationTimeoutSeconds: number("operationTimeoutSeconds"),
    maxRetries: number("maxRetries"),
    parallel: number("parallel"),
  };
  if (faults.length > 0) throw new ConfigurationError(faults);
  const { apiKey, apiSecret } = options;
  return { apiKey, apiSecret, endpoint, proxy, ...numbers, timing: { ...systemTiming, ...options.timing } };
}

type NumberOption = "requestTimeoutSeconds" | "operationTimeoutSeconds" | "maxRetries" | "parallel";

const numberOptions: Readonly<
  Record<NumberOption, { byDefault: number; minimum: number; maximum: number; whole: boolean }>
> = {
  requestTimeoutSeconds: { byDefault: 30, minimum: 0.001, maximum: 3600, whole: false },
  operationTimeoutSeconds: { byDefault: 300, minimum: 0.001, maximum: 86_400, whole: false },
  maxRetries: { byDefault: 4, minimum: 0, maximum: 100, whole: true },
  parallel: { byDefault: 16, minimum: 1, maximum: 1000, whole: true },
};

/** Only what HTTP Basic cannot carry is refused; what is well-formed is the service's decision (A30). */
function secretProblem(value: unknown): string | undefined {
  if (typeof value !== "string" || value === "") return "is missing or empty";
  if (/\p{Cc}/u.test(value)) return "contains a line end or another control character";
  return /\p{Cs}/u.test(value) ? "contains half a character (an unpaired surrogate)" : undefined;
}

function colonProblem(apiKey: string): string | undefined {
  return apiKey.includes(":") ? "contains a colon, which separates key and secret in HTTP Basic" : undefined;
}
