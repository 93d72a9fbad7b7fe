import { AddressWording, printable, type AccessAddress, type LintFinding } from "../../../access/index";
import type { Styler } from "../../output/colour";
import { identity } from "./groups-view";

/** The findings, one line each. */
export function findingsText(
  findings: readonly LintFinding[],
  addresses: readonly AccessAddress[],
  paint: Styler,
): string {
  if (findings.length === 0) return "Nothing looks like a mistake.\n";
  const wording = new AddressWording(addresses);
  return findings
    .map(({ kind, message, addresses: about }) => {
      const who = paint("dim", wording.anyOf(about));
      return `${paint("yellow", kind)}: ${printable(message)}\n    ${who}\n`;
    })
    .join("");
}

/** `{ findings: [{ kind, names, addresses, message }] }` with `{ cloudAddress, name }` for each address. */
export function findingsJson(findings: readonly LintFinding[]): object {
  return {
    findings: findings.map(({ kind, names, addresses, message }) => ({
      kind,
      names,
      addresses: addresses.map(identity),
      message,
    })),
  };
}
