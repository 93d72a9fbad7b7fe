import semver from "semver";
import type { Surroundings } from "../command/surroundings";
import { PulumiUnavailable, runPulumi } from "../stack/run-pulumi";
import type { Check } from "./check";

/** The first version whose import files can have outputs, which "vnc-cloud import" needs. */
const firstForImport = "3.254.0";

/** Whether there is a `pulumi` command, and what it can do. */
export async function checkPulumiCli(surroundings: Surroundings): Promise<Check> {
  const check = "pulumi-cli";
  try {
    const { code, output, errors } = await runPulumi(["version"], surroundings);
    const version = semver.coerce(output)?.version;
    if (code !== 0 || version === undefined) {
      const detail = `"pulumi version" did not tell its version: ${(errors || output).trim()}`;
      return {
        check,
        result: "unknown",
        detail,
        advice: 'Run "pulumi version" and see what is wrong with it.',
      };
    }
    if (semver.gte(version, firstForImport)) return { check, result: "ok", detail: `pulumi ${version}` };
    return {
      check,
      result: "note",
      detail: `pulumi ${version}: too old for the import files of "vnc-cloud import", which need ${firstForImport}`,
      advice: "Update it before you import: https://www.pulumi.com/docs/install/",
    };
  } catch (error) {
    if (!(error instanceof PulumiUnavailable)) throw error;
    const advice = "Install it: https://www.pulumi.com/docs/install/";
    return { check, result: "wrong", detail: error.message, advice };
  }
}
