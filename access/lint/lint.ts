import type { AccessWorld } from "../world/world";
import { lintListedAddresses, lintReach } from "./address-lints";
import type { LintFinding } from "./finding";
import { lintGroups } from "./group-lints";
import { lintNames } from "./name-lints";

/** Everything about who can reach whom that looks like a mistake, or that a reviewer should know. */
export function lintAccess(world: AccessWorld): LintFinding[] {
  return [...lintReach(world), ...lintListedAddresses(world), ...lintNames(world), ...lintGroups(world)];
}
