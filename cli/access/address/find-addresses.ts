import type { AccessAddress } from "../../../access/index";
import { selectAddresses } from "../../../access/index";

const mostNamed = 5;

/**
 * The addresses that a person means: by cloud address or URN, by name, or by a pattern of names with `*` and `?`.
 * @param action What they have to do; those that may do it count.
 * @throws Error if there is none.
 */
export function findAddresses(
  addresses: readonly AccessAddress[],
  text: string,
  action: "connect" | "listen",
): AccessAddress[] {
  const exact = addresses.filter((address) => address.id === text || address.name === text);
  const named = exact.length > 0 ? exact : selectAddresses(addresses, { name: text });
  const found = named.filter((address) => address.action === action || address.action === "unknown");
  if (found.length > 0) return found;
  if (named.length > 0) {
    throw new Error(
      action === "listen"
        ? `"${text}" only makes connections, so nobody can reach it. Whom it can reach tells --from.`
        : `"${text}" only accepts connections, so it can reach nobody. Who can reach it tells --to.`,
    );
  }
  const names = addresses.slice(0, mostNamed).map((address) => address.name);
  const some =
    addresses.length === 0
      ? "there are none"
      : `there are ${names.join(", ")}${addresses.length > mostNamed ? ", ..." : ""}`;
  throw new Error(`no address has the id or name "${text}": ${some}.`);
}
