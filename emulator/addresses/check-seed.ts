import { checkFields, flag, isObject, optional, positive, text, texts, type Field } from "../input/field";

const lists = { groups: optional(texts), cloudAddresses: optional(texts) };

const editFields: Readonly<Record<string, Field>> = {
  allowedActions: optional(texts),
  groups: optional(texts),
  accessControl: optional({
    must: "an object with groups and cloudAddresses, lists of strings",
    optional: false,
    accepts: (value) => checkFields("accessControl", value, lists).length === 0,
  }),
};

const seedFields: Readonly<Record<string, Field>> = {
  ...editFields,
  allowedActions: texts,
  cloudAddress: optional(text),
  apiKey: optional(text),
  cloudPassword: optional(text),
  version: optional(positive),
  pending: optional(flag),
};

/** Every fault of the types of characteristics for an out-of-band edit. Limits are not checked. */
export function checkEdit(characteristics: unknown): string[] {
  return checkFields("characteristics", characteristics, editFields);
}

/** Every fault of the types of addresses to seed, and of names that occur twice. Limits are not checked. */
export function checkSeeds(seeds: unknown): string[] {
  if (!Array.isArray(seeds)) {
    return ["addresses must be a list."];
  }
  const names = new Set<unknown>();
  return seeds.flatMap((seed: unknown, index) => {
    const problems = checkFields(`addresses[${index}]`, seed, seedFields);
    const name = isObject(seed) ? seed["cloudAddress"] : undefined;
    if (name !== undefined && names.has(name)) {
      problems.push(`addresses[${index}].cloudAddress occurs twice.`);
    }
    names.add(name);
    return problems;
  });
}
