import type { CloudAddressDetails } from "../../client";
import type { Surroundings } from "../command/surroundings";
import { jsonText } from "../output/json";
import { characteristicsText } from "../service/characteristics-text";
import { withService } from "../service/with-service";
import type { GetFlags } from "./flags";

/** Shows one cloud address: two requests, for its details and for its readiness. */
export async function runGet(
  cloudAddress: string,
  flags: GetFlags,
  { output, ...surroundings }: Surroundings,
): Promise<void> {
  await withService(flags.account, surroundings, async ({ client, signal }) => {
    const details = await client.getCloudAddress(cloudAddress, { signal });
    const changes = await client.getReadiness(cloudAddress, { signal });
    const { characteristics, etag } = details;
    output.write(
      flags.json ? jsonText({ cloudAddress, ...characteristics, etag, changes }) : sheet(details, changes),
    );
  });
}

function sheet({ cloudAddress, characteristics, etag }: CloudAddressDetails, changes: string): string {
  const rows = [
    ["cloud address", cloudAddress],
    ["action", characteristics.action],
    ["access", characteristicsText(characteristics)],
    ["etag", etag ?? "- (the service sent none)"],
    ["ready", changes === "none" ? "yes" : `no (changes: ${changes})`],
  ] as const;
  return rows.map(([name, value]) => `${name.padEnd(15)}${value}\n`).join("");
}
