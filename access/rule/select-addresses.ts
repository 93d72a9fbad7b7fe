import type { AccessAddress } from "../world/address";
import { compileSelector, type AddressSelector } from "./selector";

/** The addresses that a selector selects, those included that it may select for something that is not known. */
export function selectAddresses(
  addresses: readonly AccessAddress[],
  selector: AddressSelector,
): AccessAddress[] {
  return addresses.filter(compileSelector(selector, true));
}
