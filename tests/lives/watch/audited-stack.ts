import { expect } from "chai";
import type { Finding } from "../../../cli/audit/finding";
import { runInProcess } from "../../cli/command/run-in-process";
import type { Ledger } from "./ledger";

/**
 * Holds what `vnc-cloud audit` says of a stack against the ledger: its orphans are exactly those that the ledger knows
 * and the service still has.
 *
 * @param stack what `pulumi stack export` wrote.
 * @param variables the credentials, as the environment has them.
 * @param accounts the names of all accounts in which addresses may be.
 * @returns the other findings.
 */
export async function auditStack(
  stack: string,
  ledger: Ledger,
  { variables, accounts }: { variables: NodeJS.ProcessEnv; accounts: readonly string[] },
): Promise<Finding[]> {
  const named = accounts.flatMap((account) => ["--account", account]);
  const { code, output, errors } = await runInProcess(["audit", "-", "--json", ...named], {
    input: stack,
    environment: variables,
  });
  for (const line of (output + errors).split("\n")) ledger.said(line);
  expect(code, `the audit could not tell: ${errors}`).to.be.oneOf([0, 2]);
  const { findings } = JSON.parse(output) as { findings: Finding[] };
  const orphans = findings.filter(({ kind }) => kind === "orphan");
  expect(
    orphans.map(({ cloudAddress }) => cloudAddress),
    "the orphans that an audit finds",
  ).to.have.members(ledger.orphans);
  return findings.filter((finding) => !orphans.includes(finding));
}
