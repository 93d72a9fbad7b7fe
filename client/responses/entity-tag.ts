/**
 * The entity version in an `ETag`, as an opaque text: a leading `W/` and quotes are removed, since the service's form
 * is not documented (A1). Undefined when there is none, or none that could be sent back in quotes.
 */
export function parseEntityTag(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const unmarked = value.trim().replace(/^W\//, "");
  const opaque = /^"(.*)"$/.exec(unmarked)?.[1] ?? unmarked;
  // The characters of an entity tag (RFC 9110, 8.8.3).
  return /^[\x21\x23-\x7e\x80-\xff]+$/.test(opaque) ? opaque : undefined;
}

/** The one quoted tag that `If-Match` carries (A2, rules 51, 59 and 62); undefined when the tag cannot be sent. */
export function ifMatchHeader(etag: string): string | undefined {
  const opaque = parseEntityTag(etag);
  return opaque === undefined ? undefined : `"${opaque}"`;
}
