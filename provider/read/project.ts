import type { Characteristics } from "../../client";
import { withCharacteristics } from "../cloud-address/characteristics";
import { argumentsOf, type CloudAddressInputs } from "../cloud-address/inputs";
import { stableSet } from "../cloud-address/set";
import {
  appliedPasswordVersion,
  changedOutsidePulumi,
  isForeignVersion,
  type CloudAddressState,
} from "../cloud-address/state";
import type { SeenDetails } from "../session/address-client";

/** An address as the service has it, projected on outputs and inputs so that a preview shows drift field by field. */
export interface ReadResult {
  readonly state: CloudAddressState;
  readonly inputs: CloudAddressInputs;
}

/**
 * What the service has, in the shape of the state and of the inputs. Arguments that the service does not know stay as
 * they are. Both show the same, because whatever a read changes in both becomes part of the next preview.
 *
 * @param known False for a look-up by ID alone: what is seen is then taken as the version to start from.
 */
export function project(
  id: string,
  state: Partial<CloudAddressState>,
  details: SeenDetails,
  keyFingerprint: string,
  known: boolean,
): ReadResult {
  const etag = details.etag ?? "";
  const { writtenEtag = known ? undefined : etag } = state;
  const seen = withCharacteristics(state as CloudAddressState, inStableOrder(details.characteristics, state));
  const { writtenEtag: _writtenEtag, __passwordVersion: _applied, passwordVersion: _shown, ...rest } = seen;
  const next: CloudAddressState = {
    ...rest,
    ...shownPasswordVersion(state, etag),
    cloudAddress: id,
    etag,
    ...(writtenEtag !== undefined && { writtenEtag }),
    keyFingerprint,
    ...(details.marker !== undefined && { __ownership: details.marker }),
  };
  return { state: next, inputs: argumentsOf(next) };
}

function shownPasswordVersion(
  state: Partial<CloudAddressState>,
  etag: string,
): Pick<CloudAddressState, "passwordVersion" | "__passwordVersion"> {
  const applied = appliedPasswordVersion(state as CloudAddressState);
  // Once it is shown it stays until the reset has taken place: a write of the characteristics may have come between.
  const isDue = state.passwordVersion === changedOutsidePulumi || isForeignVersion(state, etag);
  if (state.onExternalChange === "resetPassword" && isDue) {
    return {
      passwordVersion: changedOutsidePulumi,
      ...(applied !== undefined && { __passwordVersion: applied }),
    };
  }
  return applied === undefined ? {} : { passwordVersion: applied };
}

/** The service's sets in the order in which the state has them, so that order is never shown as drift. */
function inStableOrder(now: Characteristics, earlier: Partial<CloudAddressInputs>): Characteristics {
  if (now.action === "connect") {
    return now.groups === undefined ? now : { ...now, groups: stableSet(now.groups, earlier.groups ?? []) };
  }
  if (now.accessControl === undefined) return now;
  const { groups, cloudAddresses } = now.accessControl;
  const { groups: earlierGroups = [], cloudAddresses: earlierAddresses = [] } = earlier.accessControl ?? {};
  return {
    ...now,
    accessControl: {
      ...(groups !== undefined && { groups: stableSet(groups, earlierGroups) }),
      ...(cloudAddresses !== undefined && { cloudAddresses: stableSet(cloudAddresses, earlierAddresses) }),
    },
  };
}
