import type { Surroundings } from "../command/surroundings";
import { withService } from "../service/with-service";

/** What one account lists. */
export interface Listing {
  readonly account: string | undefined;
  readonly endpoint: string;
  readonly keyFingerprint: string;
  readonly cloudAddresses: ReadonlySet<string>;
}

/** Lists the addresses of accounts; of several accounts with the same key the first one's. */
export async function listAccounts(
  accounts: Iterable<string | undefined>,
  surroundings: Surroundings,
): Promise<Listing[]> {
  const listings: Listing[] = [];
  for (const account of accounts) {
    const listing = await withService(account, surroundings, async ({ client, signal }) => {
      const { endpoint, keyFingerprint } = client;
      const isTheSame = (other: Listing) =>
        other.endpoint === endpoint && other.keyFingerprint === keyFingerprint;
      if (listings.some(isTheSame)) return undefined;
      const cloudAddresses = new Set<string>();
      for await (const cloudAddress of client.listCloudAddresses({ signal }))
        cloudAddresses.add(cloudAddress);
      return { account, endpoint, keyFingerprint, cloudAddresses };
    });
    if (listing) listings.push(listing);
  }
  return listings;
}

/** How people are told of an account: `the default account (key 1a2b3c4d5e6f)`. */
export function accountText({
  account,
  keyFingerprint,
}: Pick<Listing, "account" | "keyFingerprint">): string {
  const name = account === undefined ? "the default account" : `the account ${account}`;
  return `${name} (key ${keyFingerprint})`;
}
