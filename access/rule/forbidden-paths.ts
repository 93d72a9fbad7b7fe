import { Admissions } from "../relation/admissions";
import { admissionsOf } from "../relation/relation";
import type { Reason } from "../relation/reasons";
import type { AccessAddress } from "../world/address";
import type { AccessWorld } from "../world/world";
import type { NeverRule } from "./never-rule";
import { compileSelector } from "./selector";

/** An open path that a rule forbids. */
export interface ForbiddenPath {
  readonly from: AccessAddress;
  readonly to: AccessAddress;
  readonly via: readonly Reason[];
  /** False if the path is only possibly open, or only possibly forbidden: something about it is not known. */
  readonly certain: boolean;
}

/**
 * The open paths that a rule forbids, made while they are read. Secure against what is not known: a path that may be
 * open, or whose source may be one that the rule forbids, counts.
 */
export function* forbiddenPaths(world: AccessWorld, rule: NeverRule): Generator<ForbiddenPath> {
  const { from: sources, to: targets, except } = rule;
  const isExcepted = except ? compileSelector(except, false) : () => false;
  const mayBeSource = compileSelector(sources, true);
  const isSource = compileSelector(sources, false);
  const isTarget = compileSelector(targets, true);
  const mayBeExcepted = except ? compileSelector(except, true) : () => false;
  const admissions = new Admissions(world);
  for (const to of world.listeners.filter(isTarget)) {
    for (const { from, via, certain } of admissionsOf(admissions, to)) {
      if (!mayBeSource(from) || isExcepted(from)) continue;
      yield { from, to, via, certain: certain && isSource(from) && !mayBeExcepted(from) };
    }
  }
}
