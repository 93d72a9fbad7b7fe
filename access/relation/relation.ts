import type { AccessAddress } from "../world/address";
import type { AccessWorld } from "../world/world";
import { Admissions } from "./admissions";
import type { Reason } from "./reasons";

/** One connect address that a listen address admits. */
export interface Admission {
  readonly from: AccessAddress;
  readonly via: readonly Reason[];
  /** False if it depends on something that is not known. */
  readonly certain: boolean;
}

/** A listen address and whom it admits. */
export interface ListenerAccess {
  readonly listener: AccessAddress;
  /** Made while it is read; it can be read again. */
  readonly admits: Iterable<Admission>;
}

/**
 * The effective relation "may connect to" of a world, listener by listener, made while it is read.
 *
 * @example
 * for (const { listener, admits } of accessRelation(createWorld(addresses)))
 *   for (const { from, via } of admits) console.log(from.name, "->", listener.name, via);
 */
export function* accessRelation(world: AccessWorld): Generator<ListenerAccess> {
  const admissions = new Admissions(world);
  for (const listener of world.listeners) {
    yield { listener, admits: { [Symbol.iterator]: () => admissionsOf(admissions, listener) } };
  }
}

/** Whom one listener admits, and why. */
export function* admissionsOf(admissions: Admissions, listener: AccessAddress): Generator<Admission> {
  const row = admissions.rowOf(listener);
  for (let place = 0; place < row.connectors.length; place++) {
    yield {
      from: admissions.world.connectors[row.connectors[place] as number] as AccessAddress,
      via: row.reasonsOf(row.reasons[place] as number),
      certain: row.certain[place] === 1,
    };
  }
}
