import * as pulumi from "../pulumi/pulumi";
import { programClient } from "../configuration/program-client";

/** Whose addresses to list. */
export interface ListCloudAddressesArgs {
  /** Name of the configured account. Omitted = the default one. */
  readonly account?: string | undefined;
}

/** The same with values that may not be known yet. */
export interface ListCloudAddressesOutputArgs {
  readonly account?: pulumi.Input<string> | undefined;
}

/**
 * Lists every cloud address of an account, all pages, in no particular order and without duplicates. The service
 * lists names only (rule 36); {@link getCloudAddress} tells more. While addresses are being created or deleted an
 * absence proves nothing (rule 39).
 *
 * @throws ConfigurationError when the credentials are missing.
 * @example
 * export const count = (await listCloudAddresses()).length;
 */
export async function listCloudAddresses(args: ListCloudAddressesArgs = {}): Promise<string[]> {
  const client = await programClient(args.account);
  const found: string[] = [];
  for await (const cloudAddress of client.listCloudAddresses()) found.push(cloudAddress);
  return found;
}

/** {@link listCloudAddresses} for values that may not be known yet; it waits for them. */
export function listCloudAddressesOutput(args: ListCloudAddressesOutputArgs = {}): pulumi.Output<string[]> {
  return pulumi.output(args).apply((known) => listCloudAddresses(known as ListCloudAddressesArgs));
}
