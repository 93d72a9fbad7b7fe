import { parseJson } from "../stack/read-text";

/** Passwords by cloud address. */
export type Passwords = ReadonlyMap<string, string>;

/**
 * Reads passwords that the user has: a JSON object, address to password, or lines "address password". Empty lines, and
 * lines that begin with "#", are passed over.
 * @param origin Where the text comes from, for errors. They name lines and addresses, and never show a password.
 * @throws Error with every fault at once.
 */
export function parsePasswords(text: string, origin: string): Passwords {
  const content = text.replace(/^\uFEFF/, "");
  const [entries, faults] = /^\s*[{[]/.test(content)
    ? jsonEntries(parseJson(content, origin))
    : lineEntries(content);
  const passwords = new Map<string, string>();
  for (const [cloudAddress, password] of entries) {
    const earlier = passwords.get(cloudAddress);
    if (earlier !== undefined && earlier !== password) {
      faults.push(`${cloudAddress} is there twice, with different passwords`);
    }
    passwords.set(cloudAddress, password);
  }
  if (faults.length > 0) throw new Error(`${origin} cannot be used for passwords: ${faults.join("; ")}.`);
  return passwords;
}

type Reading = [entries: [cloudAddress: string, password: string][], faults: string[]];

function jsonEntries(parsed: unknown): Reading {
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    return [[], ["its JSON is not an object of addresses and passwords"]];
  }
  const reading: Reading = [[], []];
  for (const [cloudAddress, password] of Object.entries(parsed)) {
    if (typeof password === "string" && password !== "") reading[0].push([cloudAddress, password]);
    else reading[1].push(`the password of ${cloudAddress} is not a text, or is empty`);
  }
  return reading;
}

function lineEntries(content: string): Reading {
  const reading: Reading = [[], []];
  content.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === "" || line.trimStart().startsWith("#")) return;
    const [, cloudAddress, password] = /^\s*(\S+)\s+(\S.*?)\s*$/.exec(line) ?? [];
    if (cloudAddress !== undefined && password !== undefined) reading[0].push([cloudAddress, password]);
    else reading[1].push(`line ${index + 1} is not an address, a blank and a password`);
  });
  return reading;
}
