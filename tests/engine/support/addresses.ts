import type { Arguments } from "./program";
import type { Stack } from "./stack";

/** The address of each resource of a state. */
export async function idsOf(stack: Stack): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(await stack.state()).map(([name, { id }]) => [name, id]));
}

/** What the service has of each address, in the terms of the arguments, by the names in `ids`, else by address. */
export function heldBy(stack: Stack, ids: Readonly<Record<string, string>>): Record<string, Arguments> {
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  return Object.fromEntries(
    stack.emulator.snapshot().addresses.map(({ cloudAddress, allowedActions, groups, accessControl }) => [
      names.get(cloudAddress) ?? cloudAddress,
      {
        action: allowedActions.join(),
        ...(groups !== undefined && { groups }),
        ...(accessControl !== undefined && { accessControl }),
      },
    ]),
  );
}
