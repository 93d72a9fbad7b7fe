import { expect } from "chai";

type Bag = Readonly<Record<string, unknown>>;

/** The reserved text of the ownership markers in lives that have them. */
export const ownershipGroup = "iac:lives/dev";

/**
 * Who may connect, or which groups an address is in, as one comparable text: for inputs, states, request bodies and
 * what the service holds. Sets are sorted, ownership markers left out. "open" is an open listener.
 */
export function characteristicsText(source: Bag): string {
  const action = source["action"] ?? (source["allowedActions"] as unknown[])[0];
  if (action === "connect") return `connect ${list(source["groups"])}`;
  expect(action).to.equal("listen");
  const accessControl = source["accessControl"] as Bag | undefined;
  if (accessControl === undefined) return "listen open";
  return `listen ${list(accessControl["groups"])} ${list(accessControl["cloudAddresses"])}`;
}

/** The ownership markers among the groups of an address, as the service holds it. */
export function markersOf({
  groups = [],
  accessControl = {},
}: {
  groups?: string[];
  accessControl?: { groups?: string[] };
}): string[] {
  return [...groups, ...(accessControl.groups ?? [])].filter(isMarker);
}

function list(members: unknown): string {
  const texts = [...new Set((members ?? []) as string[])];
  return JSON.stringify(texts.filter((text) => !isMarker(text)).sort());
}

function isMarker(group: string): boolean {
  return group.startsWith(`${ownershipGroup}/`);
}
