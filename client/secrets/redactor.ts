import { inspect } from "node:util";

/**
 * Removes secrets from text that others wrote (error bodies, network errors), in every form in which such text may
 * carry them. The secrets themselves cannot be printed out of it.
 */
export class Redactor {
  readonly #forms: readonly string[];

  /** @param secrets texts that must never appear; empty ones are ignored. */
  constructor(secrets: readonly string[]) {
    const forms = secrets.filter((secret) => secret !== "").flatMap(formsOf);
    // Longer ones first: what contains another secret must not be torn apart by it.
    this.#forms = [...new Set(forms)].sort((left, right) => right.length - left.length);
  }

  /** The text without secrets and control characters, at most `maximumLength` characters long. */
  clean(text: string, maximumLength = 300): string {
    const redacted = this.#forms.reduce((rest, form) => rest.replaceAll(form, "[redacted]"), text);
    const printable = redacted.replace(/[\p{C}\s]+/gu, " ").trim();
    return printable.length > maximumLength ? `${printable.slice(0, maximumLength)}…` : printable;
  }

  toJSON(): string {
    return "[redactor]";
  }

  [inspect.custom](): string {
    return "[redactor]";
  }
}

function formsOf(secret: string): string[] {
  const base64 = Buffer.from(secret).toString("base64");
  const forms = [
    secret,
    base64,
    base64.replace(/=+$/, ""),
    Buffer.from(secret).toString("base64url"),
    JSON.stringify(secret).slice(1, -1),
  ];
  return forms.flatMap((form) => {
    const escaped = encodeURIComponent(form);
    return [form, escaped, escaped.replace(/%../g, (code) => code.toLowerCase())];
  });
}
