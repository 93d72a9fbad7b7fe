import { createHash } from "node:crypto";
import { groupsOf, type CloudAddressDetails } from "../../client";
import { findMarker } from "../ownership/marker";

/** Makes the name of a resource of what does not change about its address. */
export type Naming = (details: CloudAddressDetails, account: string | undefined) => string;

/** How resources are named unless told otherwise. */
export const defaultNameTemplate = "{action}-{last}";

const placeholders: Record<string, Naming> = {
  action: ({ characteristics }) => characteristics.action,
  last: ({ cloudAddress }) => cloudAddress.slice(cloudAddress.lastIndexOf(".") + 1),
  address: ({ cloudAddress }) => cloudAddress,
  hash: ({ cloudAddress }) => hashOf(cloudAddress),
  group: firstGroup,
  account: (_details, account) => account ?? "default",
};

/** Those of which one is enough to tell addresses apart. */
const distinguishing = ["last", "address", "hash"];

const placeholder = /\{([^{}]*)\}/g;

/**
 * Reads a template. One that does not tell addresses apart gets the hash of the address at its end, so that the name of
 * one never depends on which others there are.
 * @throws Error that names every placeholder that does not exist.
 */
export function parseNameTemplate(template: string): Naming {
  const names = [...template.matchAll(placeholder)].map(([, name]) => name as string);
  const unknown = names.filter((name) => !Object.hasOwn(placeholders, name));
  if (unknown.length > 0) {
    const known = Object.keys(placeholders).map((name) => `{${name}}`);
    throw new Error(
      `--name-template has no placeholder ${unknown.map((name) => `{${name}}`).join(", ")}; there are ${known.join(", ")}.`,
    );
  }
  const whole = names.some((name) => distinguishing.includes(name))
    ? template
    : `${template}${template === "" ? "" : "-"}{hash}`;
  return (details, account) =>
    whole.replaceAll(placeholder, (_match, name: string) =>
      (placeholders[name] as Naming)(details, account).replaceAll(/[^\p{L}\p{N}._-]+/gu, "-"),
    );
}

/** Names by address, with a hash of the address at the end of those that two addresses would share. */
export function uniqueNames(names: ReadonlyMap<string, string>): Map<string, string> {
  const uses = new Map<string, number>();
  for (const name of names.values()) uses.set(name, (uses.get(name) ?? 0) + 1);
  const isShared = (name: string) => (uses.get(name) ?? 0) > 1;
  return new Map(
    [...names].map(([address, name]) => [address, isShared(name) ? `${name}-${hashOf(address, 16)}` : name]),
  );
}

function hashOf(cloudAddress: string, length = 12): string {
  return createHash("sha256").update(cloudAddress).digest("hex").slice(0, length);
}

function firstGroup({ characteristics }: CloudAddressDetails): string {
  const marker = findMarker(characteristics, new Set())?.group;
  const names = groupsOf(characteristics).filter((group) => group !== marker);
  return names.sort()[0] ?? "ungrouped";
}
