/**
 * Why a listen address admits a connect address: `group:NAME` (its access list names a group that the other is a
 * member of), `address` (its access list names the other), `open` (it has no access list, and the other belongs to the
 * same API key). Where only possible, `group` stands for a group whose name is not known.
 */
export type Reason = `group:${string}` | "group" | "address" | "open";
