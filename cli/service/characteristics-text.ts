import type { Characteristics } from "../../client";

/** What makes up a cloud address beside its action, in a few words for people. */
export function characteristicsText(characteristics: Characteristics): string {
  if (characteristics.action === "connect") {
    return characteristics.groups === undefined ? "no groups" : `groups ${namesText(characteristics.groups)}`;
  }
  const { accessControl } = characteristics;
  if (accessControl === undefined) return "open to every connect address of the API key";
  const { groups, cloudAddresses } = accessControl;
  const parts = [
    groups && `groups ${namesText(groups)}`,
    cloudAddresses && `cloud addresses ${namesText(cloudAddresses)}`,
  ];
  return `admits ${parts.filter((part) => part !== undefined).join(" and ") || "nobody"}`;
}

/** Names as a list in which each can be told from the next, whatever is in them. */
export function namesText(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(", ");
}
