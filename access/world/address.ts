/** What a cloud address does (rule 11). `unknown` = it is decided only by the update. */
export type Action = "connect" | "listen" | "unknown";

/**
 * A list of names, part of which may not be known before the update. What is not known is never taken for empty:
 * it makes access possible.
 */
export interface NameList {
  readonly known: readonly string[];
  /** What else may be in the list: nothing (absent), one or more of these names, or any name at all. */
  readonly unknown?: "anything" | readonly string[];
}

/** The access control of a listen address, or `unknown` if even its presence is not known. */
export type AccessControl = { readonly groups: NameList; readonly cloudAddresses: NameList } | "unknown";

/** The API key that owns an address. */
export interface ApiKey {
  /** Equal names are the same key. */
  readonly name: string;
  /** False if the name only stands for a key that is not known: then it may be the same as a key of another name. */
  readonly known: boolean;
}

/** One cloud address, as far as it matters to who can reach whom. */
export interface AccessAddress {
  /** The cloud address, or, where none exists yet, another unique name of it (its URN). */
  readonly id: string;
  /** How people call it. */
  readonly name: string;
  /** What it is part of (a component, a stack), by which people would count it together with its like. */
  readonly collection: string;
  /** What people should know of it besides, for instance that it is only to be created. */
  readonly remark?: string;
  readonly action: Action;
  readonly key: ApiKey;
  /** Of a connect address: the groups it is a member of. Absent = of none (rule 19). */
  readonly groups?: NameList;
  /** Of a listen address. Absent = open to every connect address of the same API key (rule 20). */
  readonly accessControl?: AccessControl;
  /**
   * True for an address that an access list names and of which nothing else is known: it is in none of the stacks
   * that were looked at. It may be a connect address, and then the list admits it.
   */
  readonly outside?: boolean;
}

const nothing: NameList = { known: [] };

/** The groups of an address; none for a listen address, which cannot have any (rule 30). */
export function groupsOf(address: AccessAddress): NameList {
  return address.action === "listen" ? nothing : (address.groups ?? nothing);
}

/** The access control of an address; `open` where there is none (rule 20). */
export function accessControlOf(address: AccessAddress): AccessControl | "open" {
  return address.accessControl ?? "open";
}

/** Whether the address may be a source of connections. */
export function mayConnect(address: AccessAddress): boolean {
  return address.action !== "listen";
}

/** Whether the address may be a target of connections. */
export function mayListen(address: AccessAddress): boolean {
  return address.action !== "connect" && address.outside !== true;
}
