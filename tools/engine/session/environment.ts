import { dirname, delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Engine } from "../engine";

/** What a person has set for their own stacks and addresses must not reach ours. */
const personal = /^(PULUMI_|VNC_CLOUD_)/;

/** The environment of every engine run of ours: nothing from outside, nothing to the outside, no waiting for either. */
export function sessionEnvironment(engine: Engine, folder: string, passphrase: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !personal.test(name));
  return {
    ...Object.fromEntries(inherited),
    // The programs run on the Node.js that runs this.
    PATH: [...engine.path, dirname(process.execPath), process.env["PATH"]].join(delimiter),
    // The language host leaves its named pipes behind.
    TMPDIR: join(folder, "temporary"),
    PULUMI_HOME: join(folder, "home"),
    // A `kill -9` can leave an empty file of attributes beside a state, which Pulumi then cannot load; so there is none.
    PULUMI_BACKEND_URL: `${pathToFileURL(join(folder, "state")).href}?metadata=skip`,
    PULUMI_CONFIG_PASSPHRASE: passphrase,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    // A plugin that is missing is a mistake in a test, to be told at once instead of looked for in the network.
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  };
}
