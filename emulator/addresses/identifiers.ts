import { createHash, randomBytes } from "node:crypto";
import type { Owner } from "./cloud-address";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const largestFairByte = 256 - (256 % alphabet.length);

/** A57: four components of 1 to 32 letters and digits, with dots between them. */
const wellFormed = /^[A-Za-z0-9]{1,32}(?:\.[A-Za-z0-9]{1,32}){3}$/;

/** Whether a text can be a cloud address; if not, a URI that has it is answered with 1007. */
export function isWellFormed(cloudAddress: string): boolean {
  return wellFormed.test(cloudAddress);
}

/**
 * A new cloud address. The first three components are those of its key and the last is its own,
 * 18 or 19 characters long: both lengths occur, so no client may rely on one.
 */
export function newCloudAddress(owner: Owner): string {
  return `${prefixOf(owner)}.${randomText(randomBytes(1)[0]! % 2 === 0 ? 18 : 19)}`;
}

/** A new password: 20 letters and digits. */
export function newPassword(): string {
  return randomText(20);
}

const prefixes = new Map<string, string>();

function prefixOf(owner: Owner): string {
  let prefix = prefixes.get(owner.keyDigest);
  if (prefix === undefined) {
    const component = (name: string, length: number) =>
      [...createHash("sha256").update(`${name}:${owner.keyDigest}`).digest()]
        .slice(0, length)
        .map((byte) => alphabet[byte % alphabet.length])
        .join("");
    prefix = `${component("domain", 19)}.${component("realm", 19)}.devEX${component("environment", 14)}`;
    prefixes.set(owner.keyDigest, prefix);
  }
  return prefix;
}

function randomText(length: number): string {
  let text = "";
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < largestFairByte && text.length < length) {
        text += alphabet[byte % alphabet.length];
      }
    }
  }
  return text;
}
