import * as pulumi from "../pulumi/pulumi";

const answer = /^((?:Register|Read)Resource RPC finished: .*vnc-cloud:CloudAddress.*?, resp: ).*$/s;

let isQuiet = false;

/**
 * Keeps passwords out of Pulumi's debug log. The Node.js SDK writes there, in the clear, every output with which a
 * resource comes back; `pulumi up --json`, `--debug` and event logs show it. This leaves out those of cloud addresses.
 */
export function keepPasswordsOutOfDebugLog(): void {
  if (isQuiet) return;
  isQuiet = true;
  const log = pulumi.log as { debug: typeof pulumi.log.debug };
  const { debug } = log;
  log.debug = (message, ...rest) => debug(message.replace(answer, "$1[left out]"), ...rest);
}
