import { dirname, join } from "node:path";

const onWindows = process.platform === "win32";

/** File names in the `bin` folder of an installation. */
export const pulumiExecutable = onWindows ? "pulumi.exe" : "pulumi";
export const languageHostExecutable = onWindows ? "pulumi-language-nodejs.exe" : "pulumi-language-nodejs";

/** The script that starts the host of dynamic providers. It is not compiled: `@pulumi/pulumi` ships it. */
export const providerHostScript = `pulumi-resource-pulumi-nodejs${onWindows ? ".cmd" : ""}`;

/** The folder of the npm package `@pulumi/pulumi`, which has {@link providerHostScript}. */
export function nodePackageFolder(): string {
  return dirname(require.resolve("@pulumi/pulumi/package.json"));
}

/** The copy of {@link providerHostScript} that every installation of this project has, engine or not. */
export function packagedProviderHostScript(): string {
  return join(nodePackageFolder(), providerHostScript);
}
