import * as pulumi from "../pulumi/pulumi";
import { programClient } from "../configuration/program-client";

/** Which address to look up. */
export interface GetCloudAddressArgs {
  /** The cloud address. */
  readonly cloudAddress: string;
  /** Name of the configured account that owns it. Omitted = the default one. */
  readonly account?: string | undefined;
}

/** The same with values that may not be known yet. */
export interface GetCloudAddressOutputArgs {
  readonly cloudAddress: pulumi.Input<string>;
  readonly account?: pulumi.Input<string> | undefined;
}

/** An address as the service has it now. Its password is not readable (rule 47). */
export interface GetCloudAddressResult {
  readonly cloudAddress: string;
  readonly action: "connect" | "listen";
  /** Groups that a connect address is a member of; absent = none. */
  readonly groups?: readonly string[];
  /** Who may connect to a listen address; absent = every connect address of the API key (rule 20). */
  readonly accessControl?: {
    readonly groups?: readonly string[];
    readonly cloudAddresses?: readonly string[];
  };
  /** Entity version; absent when the service sends none. */
  readonly etag?: string;
}

/**
 * Looks up an address that need not be managed by Pulumi: one request, in previews too.
 *
 * @throws NotFoundError when it does not exist; ConfigurationError when the credentials are missing.
 * @example
 * const viewer = await getCloudAddress({ cloudAddress: "zt3Fo...UOoL" });
 */
export async function getCloudAddress(args: GetCloudAddressArgs): Promise<GetCloudAddressResult> {
  const client = await programClient(args.account);
  const { cloudAddress, characteristics, etag } = await client.getCloudAddress(args.cloudAddress);
  return { cloudAddress, ...characteristics, ...(etag !== undefined && { etag }) };
}

/** {@link getCloudAddress} for values that may not be known yet; it waits for them. */
export function getCloudAddressOutput(args: GetCloudAddressOutputArgs): pulumi.Output<GetCloudAddressResult> {
  return pulumi.output(args).apply((known) => getCloudAddress(known as GetCloudAddressArgs));
}
