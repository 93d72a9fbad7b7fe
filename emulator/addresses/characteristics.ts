/** Who may connect to a listen address (rule 17). */
export interface AccessControl {
  groups?: string[];
  cloudAddresses?: string[];
}

/** What a PUT replaces as a whole (rule 50). */
export interface Characteristics {
  /** One entry, `connect` or `listen`, unless a seed or the switch of A11 says otherwise. */
  allowedActions: string[];
  groups?: string[];
  accessControl?: AccessControl;
}

/** A deep copy with the known members only, so that no caller can reach into the emulator's state. */
export function copyCharacteristics(source: Characteristics): Characteristics {
  const copy: Characteristics = { allowedActions: [...source.allowedActions] };
  if (source.groups !== undefined) {
    copy.groups = [...source.groups];
  }
  if (source.accessControl !== undefined) {
    copy.accessControl = {};
    if (source.accessControl.groups !== undefined) {
      copy.accessControl.groups = [...source.accessControl.groups];
    }
    if (source.accessControl.cloudAddresses !== undefined) {
      copy.accessControl.cloudAddresses = [...source.accessControl.cloudAddresses];
    }
  }
  return copy;
}

/** Applies one function to each list of the characteristics. */
export function mapLists(source: Characteristics, change: (list: string[]) => string[]): Characteristics {
  const copy = copyCharacteristics(source);
  copy.allowedActions = change(copy.allowedActions);
  if (copy.groups !== undefined) {
    copy.groups = change(copy.groups);
  }
  if (copy.accessControl?.groups !== undefined) {
    copy.accessControl.groups = change(copy.accessControl.groups);
  }
  if (copy.accessControl?.cloudAddresses !== undefined) {
    copy.accessControl.cloudAddresses = change(copy.accessControl.cloudAddresses);
  }
  return copy;
}
