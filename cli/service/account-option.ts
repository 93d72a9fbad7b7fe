import { Option } from "commander";

/** The option of every command that asks the service: under which account. */
export function accountOption(): Option {
  return new Option("--account <name>", "use this named account instead of the default one");
}

/**
 * The paragraph of a `--help` page about the variables that a command reads which asks the service.
 * @param stacks What the configuration of a stack has to do with it.
 */
export function variablesHelp(stacks: string): string {
  return `
Environment:
  VNC_CLOUD_API_KEY, VNC_CLOUD_API_SECRET
      The API key and its secret. ${stacks}
  VNC_CLOUD_ENDPOINT
      Where the service is. Default: https://api.vnc.com/cloud/1.1
  VNC_CLOUD_<ACCOUNT>_API_KEY, VNC_CLOUD_<ACCOUNT>_API_SECRET, VNC_CLOUD_<ACCOUNT>_ENDPOINT
      The same for --account: the name in capitals, every other character than A-Z and 0-9 as "_".
  VNC_CLOUD_PARALLEL, VNC_CLOUD_REQUEST_TIMEOUT_SECONDS, VNC_CLOUD_MAX_RETRIES
      Requests at a time (16), seconds for one of them (30), repetitions after a fault that may pass (4).
  HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY
      The proxy on the way to the service, and the hosts that are reached without it.
`;
}

/** That paragraph for commands that read credentials from the environment alone. */
export const serviceVariablesHelp = variablesHelp(
  "They are read from the environment only, never from a stack.",
);
