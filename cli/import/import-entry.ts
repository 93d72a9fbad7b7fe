import type { CloudAddressDetails } from "../../client";
import { providerProperty, providerText } from "../../provider";
import { withoutUndefined } from "../../provider/dynamic/properties";
import { project } from "../../provider/read/project";
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
 * where it is known.
 */
export function importEntry(
  details: CloudAddressDetails,
  name: string,
  { account, keyFingerprint }: Owner,
  password: string | undefined,
): ImportEntry {
  const id = details.cloudAddress;
  const { state, inputs } = project(
    id,
    account === undefined ? {} : { account },
    details,
    keyFingerprint,
    false,
  );
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
