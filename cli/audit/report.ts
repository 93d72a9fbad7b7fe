import type { Styler } from "../output/colour";
import { addresses, counted } from "../output/counted";
import { parseUrn } from "../stack/urn";
import type { Audit } from "./audit";
import type { Finding } from "./finding";
import { accountText } from "./listing";

/** The report for people: what was compared, then each finding with its detail below it. */
export function* reportText(audit: Audit, findings: readonly Finding[], paint: Styler): Generator<string> {
  const existing = audit.accounts.reduce((sum, account) => sum + account.existing, 0);
  const accounts = audit.accounts.map(({ listing }) => accountText(listing)).join(", ");
  const compared = `${addresses(existing)} of ${accounts} with ${audit.states.join(", ")}`;
  yield `Compared ${compared}: ${findings.length === 0 ? "no findings" : counted(findings.length, "finding")}.\n`;
  for (const { kind, cloudAddress, resource, detail } of findings) {
    const owner = resource === undefined ? "" : `  ${resourceText(resource)}`;
    yield `\n${paint("bold", kind)}  ${cloudAddress}${owner}\n  ${detail}\n`;
  }
}

/** A resource as people know it: `kiosk-7 (shop/prod)`. */
function resourceText(urn: string): string {
  const parsed = parseUrn(urn);
  return parsed ? `${parsed.name} (${parsed.project}/${parsed.stack})` : urn;
}
