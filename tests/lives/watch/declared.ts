import type { Bag } from "../engine/provider-calls";
import { names, type Declaration, type Name, type Program } from "../life/life";

/** The resources whose addresses a declaration admits. */
export function referredTo(name: Name, { accessControl }: Declaration, program: Program): Name[] {
  const earlier = names.slice(0, names.indexOf(name));
  return earlier.filter((other) => program[other] !== undefined && accessControl?.resources?.includes(other));
}

/** A declaration, or what is sent, with other addresses on its access list. */
export function withAddresses(source: object, cloudAddresses: readonly string[]): Bag {
  const { accessControl, ...rest } = source as Bag;
  if (accessControl === undefined) return rest;
  const { groups } = accessControl as Bag;
  return { ...rest, accessControl: { groups, cloudAddresses } };
}
