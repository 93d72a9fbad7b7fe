import type { AddressSelector } from "../../access/rule/selector";

const members: Record<keyof AddressSelector, true> = {
  name: true,
  group: true,
  collection: true,
  cloudAddress: true,
};

/** What is wrong with a selector: programs in JavaScript are not checked by a compiler. */
export function selectorFaults(path: string, selector: unknown, isRequired: boolean): string[] {
  if (selector === undefined && !isRequired) return [];
  if (typeof selector !== "object" || selector === null || Array.isArray(selector)) {
    return [`${path} must be an object of ${Object.keys(members).join(", ")}; {} selects every address`];
  }
  return Object.entries(selector).flatMap(([member, patterns]: [string, unknown]) => {
    if (!Object.hasOwn(members, member)) {
      return [`${path}.${member} is no selector; there are ${Object.keys(members).join(", ")}`];
    }
    if (patterns === undefined) return [];
    const list: unknown[] = Array.isArray(patterns) ? patterns : [patterns];
    const isGood = list.length > 0 && list.every((pattern) => typeof pattern === "string" && pattern !== "");
    return isGood ? [] : [`${path}.${member} must be a text or a list of texts, none of them empty`];
  });
}
