import { createHash } from "node:crypto";

/**
 * A short one-way fingerprint of an API key: 12 hexadecimal characters of its SHA-256 with a prefix of our own, so
 * that it matches no fingerprint that anybody else makes of the same key. It tells keys apart in state and reports
 * without showing them.
 */
export function keyFingerprint(apiKey: string): string {
  return createHash("sha256").update(`pulumi-vnc-cloud:api-key:${apiKey}`).digest("hex").slice(0, 12);
}
