import { ConfigurationError, VncCloudClient, type ClientOptions } from "../../client";
import { Configuration } from "../../provider/configuration/configuration";
import { settingOfOption } from "../../provider/configuration/setting";

const defaultParallel = 16;

/**
 * A client of the account that the environment configures. Stack configuration is not read: its secrets are the
 * stack's.
 * @throws Error that names every variable that is missing or wrong, and shows no value of a secret.
 */
export function connect(
  account: string | undefined,
  environment: Readonly<NodeJS.ProcessEnv>,
): { readonly client: VncCloudClient; readonly parallel: number } {
  refuseMissing(account, environment);
  const configuration = new Configuration(undefined, environment).account(account);
  const client = createClient(configuration, account, environment);
  return { client, parallel: configuration.parallel ?? defaultParallel };
}

/**
 * A client with these options.
 * @throws Error that names the variable of every option that is wrong.
 */
export function createClient(
  options: ClientOptions,
  account: string | undefined,
  environment: Readonly<NodeJS.ProcessEnv>,
): VncCloudClient {
  try {
    return new VncCloudClient({ ...options, environment });
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const faults = error.faults.map(({ option, problem }) => `${variableOf(option, account)} ${problem}`);
    throw new Error(`The environment cannot be used: ${faults.join("; ")}.`, { cause: error });
  }
}

function refuseMissing(account: string | undefined, environment: Readonly<NodeJS.ProcessEnv>): void {
  const variables = (["apiKey", "apiSecret"] as const).map((property) => variableOf(property, account));
  const missing = variables.filter((variable) => !environment[variable]?.trim());
  if (missing.length === 0) return;
  const owner = account === undefined ? "" : ` of the account "${account}"`;
  throw new Error(
    `The VNC Cloud credentials${owner} are missing: set the environment variable${missing.length > 1 ? "s" : ""} ` +
      `${missing.join(" and ")}. They are not read from a stack's configuration.`,
  );
}

/** The environment variable that an option of the client comes from. */
export function variableOf(option: string, account: string | undefined): string {
  return settingOfOption(option, account)?.environmentVariable ?? option;
}
