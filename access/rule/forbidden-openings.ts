import type { Reason } from "../relation/reasons";
import { accessControlOf, type AccessAddress } from "../world/address";
import type { AccessWorld } from "../world/world";
import type { NeverRule } from "./never-rule";
import { compileSelector, type AddressSelector } from "./selector";

/** A listen address that admits whom a rule forbids, whether such an address is here or, as far as can be told, elsewhere. */
export interface ForbiddenOpening {
  readonly to: AccessAddress;
  readonly via: Reason;
  /** False if it is not known whether the access list names such a group. */
  readonly certain: boolean;
}

/**
 * The listen addresses that would admit whom a rule forbids: also addresses of other programs, now or later, are
 * members of a group that the access list names, or belong to the API key to which the listener is open. Only a rule
 * whose sources are all addresses, or members of groups, is about such addresses: nothing else of them is known.
 */
export function* forbiddenOpenings(world: AccessWorld, rule: NeverRule): Generator<ForbiddenOpening> {
  if (!isAboutGroupsOnly(rule.from)) return;
  const isTarget = compileSelector(rule.to, true);
  const isForbidden = (groups: Pick<AccessAddress, "groups">) => {
    const somebody = { ...stranger, ...groups };
    const isExcepted = rule.except && isAboutGroupsOnly(rule.except) && compileSelector(rule.except, false);
    return compileSelector(rule.from, true)(somebody) && !(isExcepted && isExcepted(somebody));
  };
  const anyGroup = { groups: { known: [], unknown: "anything" } } as const;
  for (const to of world.listeners) {
    if (to.outside || !isTarget(to)) continue;
    const control = accessControlOf(to);
    if (typeof control === "string") {
      if (isForbidden(anyGroup)) yield { to, via: "open", certain: control === "open" };
      continue;
    }
    for (const group of new Set(control.groups.known)) {
      const isSo = isForbidden({ groups: { known: [group] } });
      if (isSo) yield { to, via: `group:${group}`, certain: to.action === "listen" };
    }
    if (control.groups.unknown && isForbidden(anyGroup)) yield { to, via: "group", certain: false };
  }
}

const stranger: AccessAddress = {
  id: "",
  name: "",
  collection: "",
  action: "connect",
  key: { name: "", known: false },
};

function isAboutGroupsOnly({ group: _group, ...others }: AddressSelector): boolean {
  return Object.values(others).every((patterns) => patterns === undefined);
}
