import { existsSync, readFileSync, statSync } from "node:fs";
import { posix, resolve } from "node:path";
import { repository } from "../../../tools/repository";
import { parseDocument, type Document } from "./document";

/** Every link of a document that leads nowhere in the repository. Links to other hosts are not followed. */
export function linkFaults(document: Document): string[] {
  return document.links
    .filter((link) => !/^[a-z][a-z+.-]*:/i.test(link))
    .flatMap((link) => {
      const fault = linkFault(document, link);
      return fault === undefined ? [] : [`${document.path}: ${link} ${fault}`];
    });
}

function linkFault(document: Document, link: string): string | undefined {
  const [file = "", fragment] = decodeURI(link).split("#");
  if (file.startsWith("/")) return "begins with a slash: where the page is read there is no such root";
  const path = file === "" ? document.path : posix.normalize(posix.join(posix.dirname(document.path), file));
  if (path.startsWith("..")) return "leaves the repository";
  const place = resolve(repository, path);
  if (path !== document.path && !existsSync(place)) return "does not exist";
  if (fragment === undefined) return undefined;
  if (!path.endsWith(".md") || (path !== document.path && statSync(place).isDirectory()))
    return "has an anchor, but is no page";
  const target = path === document.path ? document : parseDocument(path, readFileSync(place, "utf8"));
  return target.anchors.has(fragment) ? undefined : "has no such heading";
}
