import { defaultApiKeyPattern, withoutMemory } from "../accounts/accounts";
import { checkReadiness } from "../addresses/check-readiness";
import { checkFields, count, duration, isObject, optional, required, text, type Field } from "../input/field";
import { checkQuirks } from "../quirks/check-quirks";
import type { EmulatorOptions } from "./emulator-options";

const fields: Readonly<Record<keyof EmulatorOptions, Field>> = {
  port: optional(
    required(
      "a whole number from 0 to 65535",
      (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 65_535,
    ),
  ),
  host: optional(required("a host name or IP address", (value) => typeof value === "string" && value !== "")),
  accounts: optional(
    required("a list with at least one account", (value) => Array.isArray(value) && value.length > 0),
  ),
  data: optional(required("the path of a file", (value) => typeof value === "string" && value !== "")),
  readiness: optional(required("a readiness mode", isObject)),
  quirks: optional(required("an object of switches", isObject)),
  latencyMilliseconds: optional(duration),
  journalLimit: optional(count),
  apiKeyPattern: optional(required("a regular expression", (value) => value instanceof RegExp)),
  clock: optional(required("a function that returns milliseconds", (value) => typeof value === "function")),
};

const accountFields: Readonly<Record<string, Field>> = {
  apiKey: text,
  apiSecret: text,
  account: optional(text),
};

/** Every fault of the options, as sentences. No value of a key or secret is in one. */
export function checkOptions(options: EmulatorOptions): string[] {
  const { accounts, apiKeyPattern, readiness, quirks } = options;
  return [
    ...checkFields("options", options, fields),
    ...(Array.isArray(accounts) ? checkAccounts(accounts, apiKeyPattern ?? defaultApiKeyPattern) : []),
    ...(isObject(readiness) ? checkReadiness(readiness) : []),
    ...(isObject(quirks) ? checkQuirks(quirks) : []),
  ];
}

function checkAccounts(accounts: readonly unknown[], pattern: unknown): string[] {
  const keys = new Set<string>();
  return accounts.flatMap((account, index) => {
    const name = `accounts[${index}]`;
    const problems = checkFields(name, account, accountFields);
    const apiKey = isObject(account) ? account["apiKey"] : undefined;
    if (typeof apiKey !== "string") {
      return problems;
    }
    if (pattern instanceof RegExp && !withoutMemory(pattern).test(apiKey)) {
      problems.push(`${name}.apiKey is not well-formed: it must match ${String(pattern)}.`);
    }
    if (apiKey.includes(":")) {
      problems.push(`${name}.apiKey must not have a colon, which ends the key in the Basic scheme.`);
    }
    if (keys.has(apiKey)) {
      problems.push(`${name}.apiKey is that of an earlier account.`);
    }
    keys.add(apiKey);
    return problems;
  });
}
