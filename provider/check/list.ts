import { isUnknown } from "../cloud-address/unknown";
import { reasonWithCode } from "./fault";

/** What is allowed in a list of the API. */
export interface ListRule {
  /** How the list is called in messages: `groups`, `accessControl.groups`. */
  readonly path: string;
  /** How many members the service accepts (rules 16, 17). */
  readonly maximum: number;
  /** Text of the ownership marker, which takes one of the places, if markers are configured. */
  readonly reservedGroup?: string | undefined;
  /** What is wrong with one known member; undefined if nothing is. */
  readonly faultOf: (member: unknown) => string | undefined;
}

/** Every fault of a list: its type, its length (errors 1004, 1005), and each of its members. Unknowns are skipped. */
export function listFaults(value: unknown, { path, maximum, reservedGroup, faultOf }: ListRule): string[] {
  if (value === undefined || isUnknown(value)) return [];
  if (!Array.isArray(value)) return [`${path} must be a list of texts.`];
  if (value.length === 0)
    return [reasonWithCode(1005, `${path} is an empty list: leave it out or put something in it`)];
  const known = value.filter((member) => !isUnknown(member)) as unknown[];
  const faults = [...new Set(known)].flatMap((member) => {
    const fault = faultOf(member);
    return fault === undefined ? [] : [`${path}[${value.indexOf(member)}] ${fault}`];
  });
  const distinct = new Set(known).size;
  const allowed = reservedGroup === undefined ? maximum : maximum - 1;
  if (distinct > allowed) {
    const beside = reservedGroup === undefined ? "" : " beside the ownership marker";
    const text = `${path} has ${distinct} different members, at most ${allowed} are allowed${beside}`;
    faults.push(reasonWithCode(1004, text));
  }
  if (reservedGroup !== undefined && known.some((member) => String(member).startsWith(`${reservedGroup}/`))) {
    faults.push(
      `${path} names a group that begins with "${reservedGroup}/", which is reserved for ownership markers.`,
    );
  }
  return faults;
}
