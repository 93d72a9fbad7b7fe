import { settings, type AccountProperty } from "./setting";
import type { Parsed } from "./value";

/** The configured accounts by name. */
export type Accounts = ReadonlyMap<string, Readonly<Partial<Record<AccountProperty, string>>>>;

const properties: readonly AccountProperty[] = ["apiKey", "apiSecret", "endpoint"];

/**
 * Reads `vnc-cloud:accounts`, which arrives as one JSON text with the secrets in the clear: no fault may quote it.
 */
export function parseAccounts(text: string | undefined): Parsed<Accounts> {
  const accounts = new Map<string, Partial<Record<AccountProperty, string>>>();
  if (text === undefined) return { value: accounts };
  const value = parseJson(text);
  if (!isObject(value)) {
    return {
      fault: `${settings.accounts.configKey} must be an object of accounts: { name: { apiKey, apiSecret, endpoint? } }.`,
    };
  }
  for (const [name, entry] of Object.entries(value)) {
    if (!isObject(entry)) {
      return {
        fault: `${settings.accounts.configKey}.${name} must be an object: { apiKey, apiSecret, endpoint? }.`,
      };
    }
    const account: Partial<Record<AccountProperty, string>> = {};
    for (const property of properties) {
      const member = entry[property];
      // `pulumi config set --path` stores a key of digits as a number.
      if (typeof member === "string" || typeof member === "number") account[property] = String(member);
    }
    accounts.set(name, account);
  }
  return { value: accounts };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
