import type { AccountOptions, EmulatorOptions, Readiness } from "../../emulator/index";
import type { EmulatorFlags } from "./flags";
import { parseQuirk } from "./parse-quirk";

/**
 * The options of the emulator that the flags ask for.
 * @throws Error that lists every bad value at once.
 */
export function parseFlags(flags: EmulatorFlags): EmulatorOptions {
  const faults: string[] = [];
  const check = <T>(parse: () => T): T | undefined => {
    try {
      return parse();
    } catch (error) {
      faults.push((error as Error).message);
      return undefined;
    }
  };
  const options = {
    port: check(() => count("--port", flags.port, 65_535)),
    host: flags.host,
    accounts: check(() => (flags.account.length === 0 ? undefined : flags.account.map(parseAccount))),
    data: flags.data,
    readiness: check(() => parseReadiness(flags.readiness)),
    quirks: Object.fromEntries(flags.quirk.flatMap((text) => check(() => [parseQuirk(text)]) ?? [])),
    latencyMilliseconds: check(() => count("--latency", flags.latency)),
    journalLimit: check(() => count("--journal-limit", flags.journalLimit)),
    apiKeyPattern: check(() => parsePattern(flags.apiKeyPattern)),
  };
  if (faults.length > 0) throw new Error(faults.join(" "));
  return options;
}

function count(flag: string, text: string, maximum = Number.MAX_SAFE_INTEGER): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= maximum) return number;
  throw new Error(`${flag} must be a whole number from 0 to ${maximum}, not "${text}".`);
}

function parseAccount(text: string, position: number): AccountOptions {
  const [apiKey = "", ...rest] = text.split(":");
  const apiSecret = rest.join(":");
  if (apiKey !== "" && apiSecret !== "") return { apiKey, apiSecret };
  throw new Error(`account ${position + 1} must have the form KEY:SECRET.`);
}

function parseReadiness(text: string): Readiness {
  const [, mode, number] = /^(immediate|manual|polls(?=:)|delay(?=:))(?::(\d+))?$/.exec(text) ?? [];
  if (mode === "polls" && number !== undefined) return { mode, polls: Number(number) };
  if (mode === "delay" && number !== undefined) return { mode, milliseconds: Number(number) };
  if ((mode === "immediate" || mode === "manual") && number === undefined) return { mode };
  throw new Error(
    `--readiness must be immediate, polls:NUMBER, delay:MILLISECONDS or manual, not "${text}".`,
  );
}

function parsePattern(text: string | undefined): RegExp | undefined {
  if (text === undefined) return undefined;
  try {
    return new RegExp(text, "u");
  } catch {
    throw new Error(`--api-key-pattern is no regular expression: "${text}".`);
  }
}
