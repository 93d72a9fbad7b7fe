import Link from "http-link-header";
import { InvalidAnswer } from "../responses/invalid-answer";

/**
 * The URL of the next page (rule 37, RFC 8288), resolved against the URL of this one; undefined on the last page.
 *
 * @throws InvalidAnswer when the header cannot be read, or leads to another origin: the request for the next page
 * carries credentials (A35).
 */
export function nextPageUrl(link: string | undefined, pageUrl: string): string | undefined {
  if (link === undefined || link.trim() === "") return undefined;
  let target: string | undefined;
  try {
    target = Link.parse(link).rel("next")[0]?.uri;
  } catch {
    throw new InvalidAnswer("has a Link header that cannot be read");
  }
  if (target === undefined) return undefined;
  if (!URL.canParse(target, pageUrl)) throw new InvalidAnswer("links to a next page that is no URL");
  const url = new URL(target, pageUrl);
  if (url.origin !== new URL(pageUrl).origin || url.username !== "" || url.password !== "") {
    throw new InvalidAnswer("links to a next page at another origin, which is not followed");
  }
  url.hash = "";
  return url.href;
}
