import { createHash, timingSafeEqual } from "node:crypto";
import type { Owner } from "../addresses/cloud-address";
import type { AccountOptions } from "./account";

/** The API key pattern of A30: what is not like this is answered with 403. */
export const defaultApiKeyPattern = /^[A-Za-z0-9._~-]{1,256}$/;

/** The same pattern without the flags that make each test begin where the last one ended. */
export function withoutMemory({ source, flags }: RegExp): RegExp {
  return new RegExp(source, flags.replace(/[gy]/g, ""));
}

export type Authentication = { owner: Owner } | { owner?: undefined; status: 401 | 403; reason: string };

interface Credential {
  readonly owner: Owner;
  readonly secretDigest: Buffer;
}

/** The API keys and secrets that the service knows, kept as digests only. */
export class Accounts {
  readonly #credentials = new Map<string, Credential>();
  readonly #nobody = digest(Buffer.from("nobody"));

  readonly #apiKeyPattern: RegExp;

  constructor(accounts: readonly AccountOptions[], apiKeyPattern: RegExp) {
    this.#apiKeyPattern = withoutMemory(apiKeyPattern);
    for (const { apiKey, apiSecret, account } of accounts) {
      const keyDigest = digest(Buffer.from(apiKey)).toString("hex");
      this.#credentials.set(keyDigest, {
        owner: { keyDigest, account: account ?? `account-${keyDigest.slice(0, 8)}` },
        secretDigest: digest(Buffer.from(apiSecret)),
      });
    }
  }

  /** The keys in the order in which they were given. */
  owners(): Owner[] {
    return [...this.#credentials.values()].map(({ owner }) => owner);
  }

  ownerOf(apiKey: string): Owner | undefined {
    return this.#credentials.get(digest(Buffer.from(apiKey)).toString("hex"))?.owner;
  }

  /** Who a request comes from, by its `Authorization` header (rules 3, 7, 8; A29, A30). */
  authenticate(authorization: string | undefined): Authentication {
    if (authorization === undefined) {
      return { status: 401, reason: "rule 7: no Authorization header" };
    }
    const pair = decodeBasic(authorization);
    if (pair === undefined) {
      return { status: 401, reason: "A29: the Authorization header is not that of the Basic scheme" };
    }
    if (!this.#apiKeyPattern.test(pair.key.toString("utf8"))) {
      return { status: 403, reason: "rule 8: the API key is not well-formed" };
    }
    const credential = this.#credentials.get(digest(pair.key).toString("hex"));
    // Digests are compared and an unknown key is compared too, so the time taken tells nothing about either.
    const secretMatches = timingSafeEqual(digest(pair.secret), credential?.secretDigest ?? this.#nobody);
    if (credential === undefined) {
      return { status: 401, reason: "rule 7: the API key is unknown" };
    }
    return secretMatches
      ? { owner: credential.owner }
      : { status: 401, reason: "A29: the API secret is not that of the API key" };
  }
}

/** Splits the credentials of the Basic scheme (RFC 7617) at their first colon. */
function decodeBasic(authorization: string): { key: Buffer; secret: Buffer } | undefined {
  const encoded = /^basic +([A-Za-z0-9+/]+={0,2}) *$/i.exec(authorization)?.[1];
  if (encoded === undefined) {
    return undefined;
  }
  const decoded = Buffer.from(encoded, "base64");
  const colon = decoded.indexOf(":");
  return colon < 0 ? undefined : { key: decoded.subarray(0, colon), secret: decoded.subarray(colon + 1) };
}

function digest(value: Buffer): Buffer {
  return createHash("sha256").update(value).digest();
}
