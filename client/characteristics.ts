/** What a cloud address does: `connect` makes outgoing connections, `listen` admits incoming ones (rule 11). */
export type Action = "connect" | "listen";

/** Who may connect to a listen address (rule 17). Both lists are sets: order and duplicates mean nothing. */
export interface AccessControl {
  /** Up to 24 groups whose members may connect. */
  readonly groups?: readonly string[];
  /** Up to 8 connect addresses that may connect. */
  readonly cloudAddresses?: readonly string[];
}

/** A connect address and the groups it is a member of: up to 16, none when omitted (rules 16 and 19). */
export interface ConnectCharacteristics {
  readonly action: "connect";
  readonly groups?: readonly string[];
}

/**
 * A listen address and who may connect to it. Without `accessControl` **every** connect address of the same API key
 * may connect (rule 20).
 */
export interface ListenCharacteristics {
  readonly action: "listen";
  readonly accessControl?: AccessControl;
}

/** Everything that can be declared about a cloud address. */
export type Characteristics = ConnectCharacteristics | ListenCharacteristics;

/** The groups of an address: those it is a member of (connect), or those whose members may connect to it (listen). */
export function groupsOf(characteristics: Characteristics): readonly string[] {
  const { groups = [] } =
    characteristics.action === "connect" ? characteristics : (characteristics.accessControl ?? {});
  return groups;
}

/**
 * Whether two characteristics mean the same: lists are compared as sets, byte for byte (A16 to A18), and an omitted
 * list is an empty one. An omitted `accessControl` is not an empty one: it means everybody.
 */
export function sameCharacteristics(left: Characteristics, right: Characteristics): boolean {
  if (left.action === "connect") {
    return right.action === "connect" && sameSet(left.groups, right.groups);
  }
  if (right.action === "connect") return false;
  if (left.accessControl === undefined || right.accessControl === undefined) {
    return left.accessControl === right.accessControl;
  }
  return (
    sameSet(left.accessControl.groups, right.accessControl.groups) &&
    sameSet(left.accessControl.cloudAddresses, right.accessControl.cloudAddresses)
  );
}

function sameSet(left: readonly string[] = [], right: readonly string[] = []): boolean {
  const leftSet = new Set(left);
  const rightSet = new Set(right);
  return leftSet.size === rightSet.size && [...leftSet].every((member) => rightSet.has(member));
}
