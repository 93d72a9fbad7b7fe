import { defaultQuirks, type Quirks } from "../../emulator/index";

/**
 * A switch by its text: `name=value`, or `name` alone to switch on what can be on or off.
 * @throws Error that says which names there are, or which kind of value this one takes.
 */
export function parseQuirk(text: string): [keyof Quirks, string | number | boolean] {
  const separator = text.indexOf("=");
  const name = separator === -1 ? text : text.slice(0, separator);
  const value = separator === -1 ? undefined : text.slice(separator + 1);
  if (!isQuirk(name)) {
    throw new Error(`there is no quirk "${name}"; there are ${Object.keys(defaultQuirks).join(", ")}.`);
  }
  return [name, valueOf(name, value)];
}

function isQuirk(name: string): name is keyof Quirks {
  return Object.hasOwn(defaultQuirks, name);
}

function valueOf(name: keyof Quirks, text: string | undefined): string | number | boolean {
  const byDefault = defaultQuirks[name];
  if (typeof byDefault === "boolean") {
    if (text === undefined || text === "true") return true;
    if (text === "false") return false;
    throw new Error(`the quirk ${name} is true or false, not "${text}".`);
  }
  if (text === undefined || text === "") throw new Error(`the quirk ${name} needs a value: ${name}=VALUE.`);
  if (typeof byDefault === "string") return text;
  if (/^\d+$/.test(text)) return Number(text);
  throw new Error(`the quirk ${name} is a whole number from 0, not "${text}".`);
}
