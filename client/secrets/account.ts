import { inspect } from "node:util";
import { keyFingerprint } from "./key-fingerprint";
import { Redactor } from "./redactor";

/** API key and secret of one account. Neither can be read or printed; only the header made of them can. */
export class Account {
  readonly #authorization: string;
  readonly keyFingerprint: string;
  readonly redactor: Redactor;

  /** @param otherSecrets what must not appear in any error either: the password of the proxy. */
  constructor(apiKey: string, apiSecret: string, otherSecrets: readonly string[]) {
    this.#authorization = `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString("base64")}`;
    this.keyFingerprint = keyFingerprint(apiKey);
    this.redactor = new Redactor([`${apiKey}:${apiSecret}`, apiKey, apiSecret, ...otherSecrets]);
  }

  /** The value of the `Authorization` header (rule 3). */
  authorization(): string {
    return this.#authorization;
  }

  toJSON(): { keyFingerprint: string } {
    return { keyFingerprint: this.keyFingerprint };
  }

  [inspect.custom](): string {
    return `Account { keyFingerprint: '${this.keyFingerprint}' }`;
  }
}
