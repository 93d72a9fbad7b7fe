import { groupsOf, type AccessAddress } from "../world/address";

/**
 * Which addresses a rule is about: those for which every given member holds. `{}` = all.
 * In a pattern `*` stands for any number of characters, `?` for one; everything else is taken as it is.
 *
 * An address of another stack, of which only an access list tells, has no name, group or collection here: `{}` and
 * `cloudAddress` select it.
 */
export interface AddressSelector {
  /** Pattern, or several, for the name of the address. */
  readonly name?: string | readonly string[];
  /** Pattern, or several, for a group that the address is a member of. Selects connect addresses only. */
  readonly group?: string | readonly string[];
  /** Pattern, or several, for what the address is part of: its component or stack. */
  readonly collection?: string | readonly string[];
  /** The cloud address itself, or several. */
  readonly cloudAddress?: string | readonly string[];
}

/** Says whether an address is selected. */
export type AddressPredicate = (address: AccessAddress) => boolean;

/**
 * Makes a selector ready for use.
 * @param ifUnknown What counts where it depends on a group that is not known.
 */
export function compileSelector(selector: AddressSelector, ifUnknown: boolean): AddressPredicate {
  const name = compilePatterns(selector.name);
  const group = compilePatterns(selector.group);
  const collection = compilePatterns(selector.collection);
  const ids = selector.cloudAddress === undefined ? undefined : new Set([selector.cloudAddress].flat());
  return (address) => {
    if (ids && !ids.has(address.id)) return false;
    if (address.outside) return !name && !group && !collection;
    if (name?.(address.name) === false || collection?.(address.collection) === false) return false;
    if (!group) return true;
    const { known, unknown } = groupsOf(address);
    return known.some(group) || (unknown !== undefined && ifUnknown);
  };
}

/** The selector in a few words: `name "prod-*", group "support"`. */
export function describeSelector(selector: AddressSelector): string {
  const given = Object.entries(selector).filter(([, patterns]) => patterns !== undefined);
  const parts = given.map(([member, patterns]) => {
    const quoted = [patterns as string | string[]].flat().map((pattern) => JSON.stringify(pattern));
    return `${member} ${quoted.join(" or ")}`;
  });
  return parts.length === 0 ? "any address" : parts.join(", ");
}

function compilePatterns(
  patterns: string | readonly string[] | undefined,
): ((text: string) => boolean) | undefined {
  if (patterns === undefined) return undefined;
  const expressions = [patterns].flat().map(expressionOf);
  return (text) => expressions.some((expression) => expression.test(text));
}

function expressionOf(pattern: string): RegExp {
  const parts = [...pattern].map((character) => {
    if (character === "*") return ".*";
    if (character === "?") return ".";
    return character.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`, "su");
}
