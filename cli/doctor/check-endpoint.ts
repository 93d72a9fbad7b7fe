import { Redactor } from "../../client/secrets/redactor";
import { createAgent } from "../../client/transport/agent";
import { defaultEndpoint, parseEndpoint } from "../../client/transport/endpoint";
import { exchange, type Answer, type NoAnswer } from "../../client/transport/exchange";
import { proxyForEndpoint, proxySecrets } from "../../client/transport/proxy";
import { remarkBounds } from "../../client/transport/response-body";
import { userAgent } from "../../client/transport/user-agent";
import type { Check } from "./check";
import type { Sourced } from "./sources";

const timeoutMilliseconds = 10_000;
/** How far the clocks may be apart before it is called wrong. */
const tolerableSeconds = 60;

/** What a request without credentials showed: only whether the service is there, and what time it has. */
export interface EndpointChecks {
  readonly endpoint: Check;
  readonly clock: Check;
  /** Whether it makes sense to ask for more. */
  readonly answers: boolean;
}

/** Sends one request without credentials to the endpoint, or to the default one if none is configured. */
export async function checkEndpoint(
  { value: configured, name }: Sourced,
  environment: Readonly<NodeJS.ProcessEnv>,
  signal: AbortSignal,
): Promise<EndpointChecks> {
  const parsed = parseEndpoint(configured ?? defaultEndpoint);
  if ("problem" in parsed) return failed(`${name} ${parsed.problem}`, `Correct ${name}.`);
  const { endpoint } = parsed;
  const found = proxyForEndpoint(endpoint, environment);
  if ("problem" in found) return failed(`the proxy ${found.problem}`, "Correct the proxy variables.");
  const { proxy } = found;
  const agent = await createAgent(endpoint, proxy, 1);
  const request = {
    method: "GET",
    url: `${endpoint}/static-address?limit=1`,
    headers: { Accept: "application/json", "User-Agent": userAgent() },
  } as const;
  const limits = { timeoutMilliseconds, signal, bodyBounds: () => remarkBounds };
  const answer = await exchange(request, agent, limits);
  const receivedAt = Date.now();
  agent.destroy();
  const from = configured === undefined ? "" : ` (from ${name})`;
  const through = proxy === undefined ? "" : ` through the proxy ${proxy.protocol}//${proxy.host}`;
  const where = `${endpoint}${from}${through}`;
  if (answer.kind === "no answer") return unreachable(answer, where, new Redactor(proxySecrets(proxy)));
  return { ...judgeAnswer(answer, where, name), clock: checkClock(answer.header("date"), receivedAt) };
}

function judgeAnswer(
  { status }: Answer,
  where: string,
  name: string,
): Pick<EndpointChecks, "endpoint" | "answers"> {
  const check = "endpoint";
  if (status === 404 || (status >= 300 && status < 400)) {
    const detail = `${where} is no VNC Cloud API: it answers ${status}`;
    const advice = `Correct ${name}, or leave it unset for ${defaultEndpoint}.`;
    return { endpoint: { check, result: "wrong", detail, advice }, answers: false };
  }
  if (status === 407) {
    const detail = `${where}: the proxy wants other credentials (407)`;
    return {
      endpoint: {
        check,
        result: "wrong",
        detail,
        advice: "Correct user name and password in the proxy variable.",
      },
      answers: false,
    };
  }
  if (status >= 500) {
    const detail = `${where} answers ${status}: the service, or what lies before it, has a fault`;
    return { endpoint: { check, result: "unknown", detail, advice: "Try again later." }, answers: true };
  }
  return { endpoint: { check, result: "ok", detail: `${where} answers` }, answers: true };
}

function unreachable({ cause, reason }: NoAnswer, where: string, redactor: Redactor): EndpointChecks {
  if (cause === "timeout") {
    return failed(
      `${where} gives no answer within ${timeoutMilliseconds / 1000} seconds`,
      "Check the network, and whether a proxy is needed (HTTPS_PROXY).",
    );
  }
  const advice =
    advices.find(([pattern]) => pattern.test(reason))?.[1] ??
    "Check the network, the endpoint and the proxy.";
  return failed(`${where} cannot be reached: ${redactor.clean(reason)}`, advice);
}

const advices: readonly [RegExp, string][] = [
  [
    /ENOTFOUND|EAI_AGAIN/,
    "Its name, or that of the proxy, is not known: check its spelling, DNS and the network.",
  ],
  [/proxy/i, "Check the proxy variables (HTTPS_PROXY, NO_PROXY)."],
  [
    /ECONNREFUSED/,
    "Nothing listens there: check the endpoint, and whether the emulator or the proxy is running.",
  ],
  [
    /CERT|certificate|SELF_SIGNED|UNABLE_TO_|SSL|TLS|EPROTO/i,
    "The TLS certificate is not trusted. If a proxy of your organisation makes its own, name the file of its root in " +
      "NODE_EXTRA_CA_CERTS; otherwise do not go on.",
  ],
];

function failed(detail: string, advice: string): EndpointChecks {
  const clock: Check = { check: "clock", result: "unknown", detail: "not compared, since nothing answered" };
  return { endpoint: { check: "endpoint", result: "wrong", detail, advice }, clock, answers: false };
}

/** Compares the clock of this machine with that of the service, which sends its own in whole seconds. */
function checkClock(date: string | undefined, receivedAt: number): Check {
  const check = "clock";
  const theirs = Date.parse(date ?? "");
  if (Number.isNaN(theirs)) return { check, result: "note", detail: "not compared: the answer had no Date" };
  const seconds = Math.round((receivedAt - theirs) / 1000);
  if (Math.abs(seconds) <= tolerableSeconds) return { check, result: "ok", detail: "as the service has it" };
  return {
    check,
    result: "wrong",
    detail: `this machine's clock is ${Math.abs(seconds)} seconds ${seconds > 0 ? "ahead of" : "behind"} the service's`,
    advice: "Set the clock (NTP): certificates and the times at which to try again depend on it.",
  };
}
