import type { AccessAddress } from "../../../access/index";
import { selectAddresses } from "../../../access/index";

/**
 * The addresses that a person means: by cloud address or URN, by name, or by a pattern of names with `*` and `?`.
 * @throws Error if there is none.
 */
export function findAddresses(addresses: readonly AccessAddress[], text: string): AccessAddress[] {
  const exact = addresses.filter((address) => address.id === text || address.name === text);
  const found = exact.length > 0 ? exact : selectAddresses(addresses, { name: text });
  if (found.length > 0) return found;
  const names = addresses.slice(0, 5).map((address) => address.name);
  const some =
    addresses.length === 0
      ? "there are none"
      : `there are ${names.join(", ")}${addresses.length > 5 ? ", ..." : ""}`;
  throw new Error(`no address has the id or name "${text}": ${some}.`);
}
