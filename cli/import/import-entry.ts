import type { Characteristics, CloudAddressDetails } from "../../client";
import { providerProperty, providerText } from "../../provider";
import { withoutUndefined } from "../../provider/dynamic/properties";
import { unmark } from "../../provider/ownership/marker";
import { project } from "../../provider/read/project";
import { findMarker } from "../ownership/marker";
import { secretEnvelope } from "../stack/state-value";
import { cloudAddressType } from "../stack/urn";

/** A resource of a Pulumi import file. With its outputs there, the engine does not ask the provider for them. */
export interface ImportEntry {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** Whose addresses are imported. */
export interface Owner {
  readonly account: string | undefined;
  readonly keyFingerprint: string;
}

/**
 * The entry of an address: what the provider's own read makes of it when it is looked up by its ID, and the password
 * where it is known. An ownership marker is recorded and not declared, as the provider does it.
 */
export function importEntry(
  details: CloudAddressDetails,
  name: string,
  { account, keyFingerprint }: Owner,
  password: string | undefined,
): ImportEntry {
  const id = details.cloudAddress;
  const { characteristics, marker } = withoutMarker(details.characteristics);
  const known = {
    ...(account !== undefined && { account }),
    ...(marker !== undefined && { __ownership: marker }),
  };
  const { state, inputs } = project(id, known, { ...details, characteristics }, keyFingerprint, false);
  return {
    type: cloudAddressType,
    name,
    id,
    inputs: { ...withoutUndefined(inputs), [providerProperty]: providerText },
    outputs: {
      ...withoutUndefined(state),
      ...(password !== undefined && { cloudPassword: secretEnvelope(password) }),
      [providerProperty]: providerText,
    },
  };
}

function withoutMarker(characteristics: Characteristics): {
  readonly characteristics: Characteristics;
  readonly marker?: string;
} {
  const marker = findMarker(characteristics, new Set())?.group;
  if (marker === undefined) return { characteristics };
  const plain = unmark(characteristics, [marker]);
  // Without it an access list of nothing else would admit nobody, which cannot be declared (error 1008).
  const isEmpty = plain.action === "listen" && Object.keys(plain.accessControl ?? {}).length === 0;
  return isEmpty ? { characteristics } : { characteristics: plain, marker };
}
