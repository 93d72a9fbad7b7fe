import { accountSetting } from "../../provider/configuration/setting";
import { Configuration } from "../../provider";
import type { CommandContext } from "../command/command-module";
import type { Surroundings } from "../command/surroundings";
import { ExitCode } from "../exit-code/exit-code";
import { interruptible } from "../interruption/interruptible";
import { styler } from "../output/colour";
import { jsonText } from "../output/json";
import type { Check } from "./check";
import { checkCredentials, readAccount } from "./check-credentials";
import { checkEndpoint } from "./check-endpoint";
import { checkNode, checkPackage, checkPulumiSdk } from "./check-program";
import { checkPulumiCli } from "./check-pulumi-cli";
import type { DoctorFlags } from "./flags";
import { reportText } from "./report";
import { Sources } from "./sources";
import { readStackConfiguration } from "./stack-configuration";

/** Checks the set-up, and says what is wrong. */
export async function runDoctor(flags: DoctorFlags, context: CommandContext): Promise<void> {
  const node = process.versions.node;
  const checks = [
    checkNode(node),
    checkPulumiSdk(context.directory, node),
    checkPackage(context.directory),
    await checkPulumiCli(context),
    ...(await checkService(flags, context)),
  ];
  const paint = styler(context.output, context.environment);
  context.output.write(flags.json ? jsonText({ checks }) : reportText(checks, paint));
  if (checks.some(({ result }) => result === "wrong")) context.exitWith(ExitCode.findings);
  else if (checks.some(({ result }) => result === "unknown")) context.exitWith(ExitCode.failure);
}

async function checkService({ account, stack }: DoctorFlags, surroundings: Surroundings): Promise<Check[]> {
  const { environment, signals } = surroundings;
  const needsSecrets = (["apiKey", "apiSecret"] as const).some((property) => {
    return !environment[accountSetting(property, account).environmentVariable]?.trim();
  });
  const { source, problem } = await readStackConfiguration(stack, needsSecrets, surroundings);
  const configured = readAccount(new Configuration(source, environment), account);
  const sources = new Sources(source, environment, account);

  return interruptible(signals, async (signal) => {
    const checks = await checkEndpoint(sources.endpoint(), environment, signal);
    const credentials = async (): Promise<Check> => {
      if (needsSecrets && problem !== undefined) return notRead(problem);
      if ("fault" in configured) return configured.fault;
      if (!checks.answers) return notTried;
      return checkCredentials(configured.account, account, sources, environment, signal);
    };
    return [checks.endpoint, checks.clock, await credentials()];
  });
}

const notTried: Check = {
  check: "credentials",
  result: "unknown",
  detail: "not tried, since the endpoint does not answer as it should",
};

function notRead(problem: string): Check {
  return {
    check: "credentials",
    result: "unknown",
    detail: `they are not in the environment, and the stack's configuration cannot be read: ${problem}`,
  };
}
