import { chmod, copyFile } from "node:fs/promises";
import { join } from "node:path";
import { packagedProviderHostScript, providerHostScript } from "../finding/executables";
import { engineVersion } from "../versions";
import { buildGoPrograms } from "./build-go-programs";
import { commandLine, languageHost } from "./go-module";
import type { Way } from "./way";

/** A build from the Go module registry. */
export const goBuild: Way = {
  name: "build from the Go module registry",
  async make(folder, context) {
    const programs = { name: `Pulumi ${engineVersion}`, modules: [commandLine, languageHost] };
    await buildGoPrograms(programs, folder, context);
    const script = join(folder, "bin", providerHostScript);
    await copyFile(packagedProviderHostScript(), script);
    await chmod(script, 0o755);
  },
};
