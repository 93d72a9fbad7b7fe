import { createHash } from "node:crypto";
import type { CloudAddress, Owner } from "../addresses/cloud-address";
import type { Service } from "../service/service";

export interface Page {
  addresses: CloudAddress[];
  /** The cursor of the page after this one; undefined when nothing follows. */
  next?: string;
}

/** Where a page begins, decoded from a cursor. */
type Position =
  { kind: "sequence"; after: number } | { kind: "offset"; from: number } | { kind: "hash"; after: string };

const cursorPattern = /^(?:(?<kind>sequence|offset):(?<count>[0-9]{1,15})|hash:(?<hash>[0-9a-f]{64}))$/;

/**
 * One page of the addresses that an owner sees, in the order of creation.
 *
 * The cursor is the place of the last address that was read, not a count: a page yet to be viewed is up to
 * date, and no deletion or addition makes a reader skip an address (rule 39, A36).
 *
 * @returns undefined when the cursor is not one of this service's
 */
export function readPage(
  service: Service,
  owner: Owner,
  limit: number,
  cursor: string | null,
): Page | undefined {
  const position = cursor === null ? undefined : decodeCursor(cursor);
  if (cursor !== null && position === undefined) {
    return undefined;
  }
  const { quirks } = service;
  const offset = position?.kind === "offset" ? position.from : 0;
  const addresses: CloudAddress[] = [];
  let hasMore = false;
  for (const address of candidates(service, owner, position)) {
    if (quirks.hidePendingFromList && service.isPending(address)) {
      continue;
    }
    if (addresses.length === limit) {
      hasMore = true;
      break;
    }
    addresses.push(address);
  }
  const last = addresses.at(-1);
  if (last === undefined || !(hasMore || quirks.linkOnLastPage)) {
    return { addresses };
  }
  return { addresses, next: encodeCursor(nextPosition(service, last, offset + addresses.length)) };
}

function candidates(service: Service, owner: Owner, position: Position | undefined): Iterable<CloudAddress> {
  const { quirks } = service;
  service.forgetDeleted();
  const order = service.book.inOrder(owner, quirks.accountWide ? "account" : "key");
  if (quirks.arbitraryListOrder) {
    const after = position?.kind === "hash" ? position.after : "";
    return [...order.after(0)]
      .map((address) => ({ address, hash: hashOf(address) }))
      .filter(({ hash }) => hash > after)
      .sort((left, right) => (left.hash < right.hash ? -1 : 1))
      .map(({ address }) => address);
  }
  if (quirks.offsetPaging) {
    return order.fromOffset(position?.kind === "offset" ? position.from : 0);
  }
  return order.after(position?.kind === "sequence" ? position.after : 0);
}

function nextPosition(service: Service, last: CloudAddress, offset: number): Position {
  if (service.quirks.arbitraryListOrder) {
    return { kind: "hash", after: hashOf(last) };
  }
  return service.quirks.offsetPaging
    ? { kind: "offset", from: offset }
    : { kind: "sequence", after: last.sequence };
}

function hashOf({ cloudAddress }: CloudAddress): string {
  return createHash("sha256").update(cloudAddress).digest("hex");
}

function encodeCursor(position: Position): string {
  const value = position.kind === "offset" ? position.from : position.after;
  return Buffer.from(`${position.kind}:${value}`).toString("base64url");
}

function decodeCursor(cursor: string): Position | undefined {
  const text = Buffer.from(cursor, "base64url").toString("latin1");
  const { kind, count, hash } = cursorPattern.exec(text)?.groups ?? {};
  if (kind === "sequence") {
    return { kind, after: Number(count) };
  }
  if (kind === "offset") {
    return { kind, from: Number(count) };
  }
  return hash === undefined ? undefined : { kind: "hash", after: hash };
}
