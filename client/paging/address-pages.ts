import { InvalidAnswer } from "../responses/invalid-answer";
import type { Page } from "../responses/page-answer";

/** With 99 addresses on a page, some ten million addresses. */
const maximumPages = 100_000;
/** Pages under constant change can repeat addresses, but hardly so many of them in a row nothing else. */
const maximumPagesWithoutNews = 10;

/**
 * All addresses of all pages, each once (A36, A59), in the service's order. The list ends at a page without a next
 * one, at 204 and at an empty page (A33, A34).
 *
 * @param fetchPage reads one page; the URL of the next one comes from it.
 * @param refuse makes the error for a list that never ends.
 */
export async function* addressesOfPages(
  firstUrl: string,
  fetchPage: (url: string) => Promise<Page & { readonly next: string | undefined }>,
  refuse: (problem: InvalidAnswer) => Error,
): AsyncGenerator<string, void, undefined> {
  const seen = new Set<string>();
  const visited = new Set<string>();
  let pagesWithoutNews = 0;
  for (let url: string | undefined = firstUrl; url !== undefined;) {
    visited.add(url);
    const page = await fetchPage(url);
    if (page.cloudAddresses.length === 0) return;
    const sizeBefore = seen.size;
    for (const cloudAddress of page.cloudAddresses) {
      if (seen.has(cloudAddress)) continue;
      seen.add(cloudAddress);
      yield cloudAddress;
    }
    pagesWithoutNews = seen.size === sizeBefore ? pagesWithoutNews + 1 : 0;
    url = page.next;
    if (url === undefined) return;
    if (visited.has(url) || pagesWithoutNews >= maximumPagesWithoutNews || visited.size >= maximumPages) {
      throw refuse(new InvalidAnswer("links from page to page without an end"));
    }
  }
}
