import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Surroundings } from "../command/surroundings";
import type { ConfigurationSource } from "../../provider";
import { parseJson } from "../stack/read-text";
import { PulumiUnavailable, runPulumi } from "../stack/run-pulumi";

/** The configuration of a stack, or why it cannot be read. */
export type StackConfiguration =
  | { readonly source: ConfigurationSource; readonly problem?: undefined }
  | { readonly source?: undefined; readonly problem: string };

/**
 * Reads the configuration of a stack by running `pulumi config`. Nothing of it is printed. Outside of a Pulumi project
 * there is none.
 * @param withSecrets Whether secrets are needed; without, they count as not configured.
 */
export async function readStackConfiguration(
  stack: string | undefined,
  withSecrets: boolean,
  surroundings: Surroundings,
): Promise<StackConfiguration> {
  if (!isInProject(surroundings.directory)) return { source: { get: () => undefined } };
  const words = [
    ...["config", "--json", "--non-interactive"],
    ...(withSecrets ? ["--show-secrets"] : []),
    ...(stack === undefined ? [] : ["--stack", stack]),
  ];
  try {
    const { code, output, errors } = await runPulumi(words, surroundings);
    if (code !== 0) return { problem: errors.trim().split("\n")[0] ?? "" };
    const values = parseJson(output, "what pulumi config printed") as Record<string, { value?: unknown }>;
    const textOf = (value: unknown) => (typeof value === "string" ? value : undefined);
    return { source: { get: (key) => textOf(values[key]?.value) } };
  } catch (error) {
    if (error instanceof PulumiUnavailable) return { problem: error.message };
    throw error;
  }
}

function isInProject(directory: string): boolean {
  if (["Pulumi.yaml", "Pulumi.yml"].some((name) => existsSync(join(directory, name)))) return true;
  const parent = dirname(directory);
  return parent !== directory && isInProject(parent);
}
