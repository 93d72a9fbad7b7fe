import { sameCharacteristics } from "../../client";
import { characteristicsOf } from "../cloud-address/characteristics";
import type { CloudAddressInputs, OnExternalChange } from "../cloud-address/inputs";
import {
  appliedPasswordVersion,
  changedOutsidePulumi,
  isSettled,
  type CloudAddressState,
} from "../cloud-address/state";
import { containsUnknown, isUnknown } from "../cloud-address/unknown";

/** What has to be done to bring a cloud address from its state to new inputs. */
export interface Difference {
  /** Arguments whose change makes it another address. */
  readonly replaces: readonly ("action" | "account" | "adopt")[];
  /** Groups or access control differ, as sets. */
  readonly characteristics: boolean;
  /** The password has to be reset. */
  readonly password: boolean;
  /** Only what the state records differs: an update without a request. */
  readonly record: boolean;
  /** The address carries the ownership marker of a resource with another name. */
  readonly ownership: boolean;
  /** An earlier write has not been seen to be complete. */
  readonly unsettled: boolean;
}

/** Compares a state with new inputs. Order, duplicates, ETags and `readyTimeoutSeconds` are never a difference. */
export function differenceOf(id: string, state: CloudAddressState, inputs: CloudAddressInputs): Difference {
  return {
    replaces: replaces(id, state, inputs),
    characteristics: characteristicsDiffer(state, inputs),
    password: passwordDiffers(state, inputs),
    record:
      onExternalChange(state) !== onExternalChange(inputs) ||
      (appliedPasswordVersion(state) !== undefined && inputs.passwordVersion === undefined),
    ownership:
      state.__ownership !== undefined && inputs.__owner !== undefined && inputs.__owner !== state.__owner,
    unsettled: !isSettled(state),
  };
}

function replaces(id: string, state: CloudAddressState, inputs: CloudAddressInputs): Difference["replaces"] {
  const found: ("action" | "account" | "adopt")[] = [];
  if (inputs.action !== state.action) found.push("action");
  if (inputs.account !== state.account) found.push("account");
  // An address that has been adopted, or that was created here, is not adopted again. Another ID is another address.
  if (inputs.adopt !== undefined && inputs.adopt !== state.adopt && inputs.adopt !== id) found.push("adopt");
  return found;
}

function characteristicsDiffer(state: CloudAddressState, inputs: CloudAddressInputs): boolean {
  if (containsUnknown(inputs.groups) || containsUnknown(inputs.accessControl)) return true;
  return !sameCharacteristics(characteristicsOf(state), characteristicsOf(inputs));
}

function passwordDiffers(state: CloudAddressState, inputs: CloudAddressInputs): boolean {
  if (state.passwordVersion === changedOutsidePulumi && onExternalChange(inputs) === "resetPassword")
    return true;
  const wanted = inputs.passwordVersion;
  if (wanted === undefined) return false;
  if (isUnknown(wanted)) return true;
  const applied = appliedPasswordVersion(state);
  return applied === undefined || String(applied) !== String(wanted);
}

function onExternalChange(source: { onExternalChange?: OnExternalChange }): OnExternalChange {
  return source.onExternalChange ?? "ignore";
}
