import type { Characteristics } from "../../client";

/**
 * The characteristics of an address moved since they were last seen, and not to what is wanted. Nothing was written.
 * The first line says it all, because the engine's rows show only that.
 */
export class CharacteristicsConflict extends Error {
  override readonly name = "CharacteristicsConflict";

  constructor(
    cloudAddress: string,
    lastSeen: Characteristics,
    now: Characteristics,
    wanted?: Characteristics,
  ) {
    const rows = fieldRows(lastSeen, now, wanted).filter(([, before, after]) => before !== after);
    const changes = rows.map(([field, before, after]) => `${field} ${before} -> ${after}`).join("; ");
    const table = rows.flatMap(([field, before, after, target]) => [
      `  ${field}`,
      `    last seen  ${before}`,
      `    now        ${after}`,
      ...(wanted === undefined ? [] : [`    wanted     ${target}`]),
    ]);
    super(
      [
        `Conflict, nothing written: cloud address "${cloudAddress}" was changed outside Pulumi: ${changes}.`,
        ...table,
        wanted === undefined
          ? 'Review it with "pulumi refresh", then delete it again.'
          : 'Review it with "pulumi preview --refresh --diff"; "pulumi up --refresh" then writes what the program declares.',
      ].join("\n"),
    );
  }
}

type Row = readonly [field: string, lastSeen: string, now: string, wanted: string];

function fieldRows(lastSeen: Characteristics, now: Characteristics, wanted = now): Row[] {
  const fields: [string, (characteristics: Characteristics) => string][] = [
    ["action", ({ action }) => action],
    ["groups", (of) => (of.action === "connect" ? list(of.groups) : "none")],
    ["accessControl", accessControlText],
  ];
  return fields.map(([field, text]) => [field, text(lastSeen), text(now), text(wanted)]);
}

function accessControlText(characteristics: Characteristics): string {
  if (characteristics.action === "connect") return "none";
  const { accessControl } = characteristics;
  if (accessControl === undefined) return "none (open to every connect address of the key)";
  const { groups, cloudAddresses } = accessControl;
  return [groups && `groups ${list(groups)}`, cloudAddresses && `cloudAddresses ${list(cloudAddresses)}`]
    .filter((text) => text !== undefined)
    .join(" and ");
}

function list(members: readonly string[] | undefined): string {
  if (members === undefined || members.length === 0) return "none";
  return `[${[...new Set(members)]
    .sort()
    .map((member) => JSON.stringify(member))
    .join(", ")}]`;
}
