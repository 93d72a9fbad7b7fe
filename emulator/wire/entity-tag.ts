import { createHash } from "node:crypto";
import type { CloudAddress } from "../addresses/cloud-address";
import type { Quirks } from "../quirks/quirks";

/** The `ETag` header of an entity version (rule 45) in the form of A1; undefined when the switch says none. */
export function entityTag(address: CloudAddress, version: number, quirks: Quirks): string | undefined {
  const tag = opaqueTag(address, version, quirks);
  switch (quirks.etag) {
    case "quoted":
    case "opaque":
      return `"${tag}"`;
    case "bare":
      return tag;
    case "weak":
      return `W/"${tag}"`;
    case "none":
      return undefined;
  }
}

/**
 * Whether `If-Match` admits the present version (rules 51, 53, 59, 62; A2).
 * The comparison is the strong one of RFC 9110: a weak tag matches nothing.
 */
export function matchesEntity(ifMatch: string | undefined, address: CloudAddress, quirks: Quirks): boolean {
  if (ifMatch === undefined || ifMatch.trim() === "*") {
    return true;
  }
  const current = opaqueTag(address, address.version, quirks);
  if (quirks.acceptUnquotedIfMatch && ifMatch.trim() === current) {
    return true;
  }
  return readTags(ifMatch).includes(current);
}

function opaqueTag(address: CloudAddress, version: number, quirks: Quirks): string {
  return quirks.etag === "opaque"
    ? createHash("sha256").update(`${address.cloudAddress}#${version}`).digest("hex").slice(0, 20)
    : String(version);
}

/** The strong tags of a list of entity tags, without quotes; none when the list is not well-formed. */
function readTags(ifMatch: string): string[] {
  const element = /[\t ]*(?:(W\/)?"([\x21\x23-\x7e\x80-\xff]*)")?[\t ]*(?:,|$)/y;
  const tags: string[] = [];
  while (element.lastIndex < ifMatch.length) {
    const match = element.exec(ifMatch);
    if (match === null) {
      return [];
    }
    if (match[1] === undefined && match[2] !== undefined) {
      tags.push(match[2]);
    }
  }
  return tags;
}
