/**
 * The switches that turn one default of the emulator into another reading of the VNC Cloud API documentation.
 *
 * The documentation leaves these questions open. Each member names its row (A1, A2, ...) in `docs/rules.md`.
 * A correct client works under every value.
 */
export interface Quirks {
  /** A1: how the entity version looks in the `ETag` header: `"7"`, `7`, `W/"7"`, `"9f3c..."`, or no header. */
  etag: "quoted" | "bare" | "weak" | "opaque" | "none";
  /** A2: `If-Match: 7` without quotes counts as `"7"` instead of failing with 412. */
  acceptUnquotedIfMatch: boolean;
  /** A3: a password reset makes a new entity version. */
  resetBumpsVersion: boolean;
  /** A4: the step from `pending` to `none` makes a new entity version. */
  readyBumpsVersion: boolean;
  /** A4: a PUT that changes nothing makes a new entity version. */
  unchangedPutBumpsVersion: boolean;
  /** A5: create, change and reset answer with an `ETag` header too. */
  etagOnWrites: boolean;
  /** A7: the body of errors that have no error code. */
  errorBodies: "empty" | "json" | "html";
  /** A11: `allowedActions` may have several entries instead of failing with 1003. */
  acceptSeveralActions: boolean;
  /** A14: `null` for an optional member counts as absent instead of failing with 400. */
  nullMeansAbsent: boolean;
  /** A15: what the limit of 256 for a group name counts. */
  groupNameUnit: "codePoints" | "bytes" | "utf16Units";
  /** A17: duplicates in lists are removed before they are counted and stored. */
  removeDuplicates: boolean;
  /** A18: details return lists in random order. */
  shuffleLists: boolean;
  /** A21: an access list that names an address that does not exist fails with 400. */
  rejectUnknownReferences: boolean;
  /** A22: a PUT with another action fails with 400. */
  rejectActionChange: boolean;
  /** A23: an unknown member of a request body fails with 400. */
  rejectUnknownMembers: boolean;
  /** A24: `application/json; charset=utf-8` fails with 1001. */
  strictContentType: boolean;
  /** A26: `errorCode` is a string. */
  errorCodeAsString: boolean;
  /** A31: every key of an account sees all addresses of the account. */
  accountWide: boolean;
  /** A33: an empty page is 200 with `[]` instead of 204. */
  emptyListAs200: boolean;
  /** A34: every page that has addresses has a `Link`; the one after the last is 204. */
  linkOnLastPage: boolean;
  /** A35: the form of the `Link` header. */
  nextLink: "absolute" | "relative" | "withPrevious" | "unquotedRelation" | "foreignHost";
  /** A36: pages count offsets, so that a deletion shifts addresses past the reader. */
  offsetPaging: boolean;
  /** A37: a bad `limit` is clamped to 1-99 (or 20) instead of failing with 400. */
  clampLimit: boolean;
  /** A38: the list leaves out addresses that are pending. */
  hidePendingFromList: boolean;
  /** A39: the list is in an arbitrary (but stable) order instead of that of creation. */
  arbitraryListOrder: boolean;
  /** A42: a password reset makes the address pending. */
  resetCausesPending: boolean;
  /** A43: so many `ready` calls after a write still answer `none` from before it. */
  stalePolls: number;
  /** A44: milliseconds after a create in which ready and details answer 404. */
  notFoundAfterCreateMilliseconds: number;
  /** A45: details show the entity from before the last write while it is pending. */
  oldDetailsWhilePending: boolean;
  /** A46: change, reset and delete of a pending address: allowed, 503 or 409. */
  writesWhilePending: "allow" | "serviceUnavailable" | "conflict";
  /** A47: while this is on, `ready` answers `pending` for every address. */
  pendingForever: boolean;
  /** A49: milliseconds after a delete in which ready, details and list still show the address. */
  deletedVisibleMilliseconds: number;
  /** A50: the value of `changes` while an address is pending. */
  pendingValue: string;
  /** A54: requests a second of one key above which the answer is 429 with `Retry-After`; 0 = no limit. */
  requestsPerSecond: number;
}

/** The emulator's answers unless told otherwise: the "E" defaults of the ambiguity table. */
export const defaultQuirks: Readonly<Quirks> = Object.freeze({
  etag: "quoted",
  acceptUnquotedIfMatch: false,
  resetBumpsVersion: true,
  readyBumpsVersion: false,
  unchangedPutBumpsVersion: true,
  etagOnWrites: false,
  errorBodies: "empty",
  acceptSeveralActions: false,
  nullMeansAbsent: false,
  groupNameUnit: "codePoints",
  removeDuplicates: false,
  shuffleLists: false,
  rejectUnknownReferences: false,
  rejectActionChange: false,
  rejectUnknownMembers: false,
  strictContentType: false,
  errorCodeAsString: false,
  accountWide: false,
  emptyListAs200: false,
  linkOnLastPage: false,
  nextLink: "absolute",
  offsetPaging: false,
  clampLimit: false,
  hidePendingFromList: false,
  arbitraryListOrder: false,
  resetCausesPending: true,
  stalePolls: 0,
  notFoundAfterCreateMilliseconds: 0,
  oldDetailsWhilePending: false,
  writesWhilePending: "allow",
  pendingForever: false,
  deletedVisibleMilliseconds: 0,
  pendingValue: "pending",
  requestsPerSecond: 0,
});

/** Switches with some of them changed. A member that is undefined stays as it was. */
export function withQuirks(quirks: Readonly<Quirks>, changes: Partial<Quirks>): Quirks {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...quirks, ...(Object.fromEntries(given) as Partial<Quirks>) };
}
