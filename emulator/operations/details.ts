import { copyCharacteristics, mapLists } from "../addresses/characteristics";
import { entityTag } from "../wire/entity-tag";
import type { AddressOperation } from "./request";

/** GET static-address/<a>: rules 45 to 48. The body never has the password. */
export const details: AddressOperation = ({ service, address }) => {
  const { quirks } = service;
  const stale = quirks.oldDetailsWhilePending && service.isPending(address) ? address.previous : undefined;
  const { characteristics, version } = stale ?? address;
  const tag = entityTag(address, version, quirks);
  return {
    status: 200,
    headers: { ...(tag !== undefined && { ETag: tag }) },
    json: {
      cloudAddress: address.cloudAddress,
      ...(quirks.shuffleLists ? mapLists(characteristics, shuffle) : copyCharacteristics(characteristics)),
    },
  };
};

/** Fisher-Yates. */
function shuffle(list: readonly string[]): string[] {
  const shuffled = [...list];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}
