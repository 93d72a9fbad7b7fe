import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** What a made-up installation is like. */
export interface FakeInstallation {
  /** What its `pulumi version` prints. Default v3.255.0. */
  readonly version?: string;
  /** Which executables it lacks. */
  readonly without?: readonly ("pulumi" | "pulumi-language-nodejs" | "pulumi-resource-pulumi-nodejs")[];
  /** The folder of its executables. Default `bin`. */
  readonly bin?: string;
  /** What its `pulumi` does instead of printing a version. */
  readonly script?: string;
}

/** Writes an installation whose executables are shell scripts, and resolves to its folder. */
export async function fakeInstallation(root: string, installation: FakeInstallation = {}): Promise<string> {
  const { version = "v3.255.0", without = [], bin = "bin", script = `echo ${version}` } = installation;
  const scripts = {
    pulumi: script,
    "pulumi-language-nodejs": "exit 0",
    "pulumi-resource-pulumi-nodejs": "exit 0",
  };
  for (const [name, text] of Object.entries(scripts)) {
    if (!without.some((missing) => missing === name)) await writeScript(join(root, bin, name), text);
  }
  return root;
}

/** Writes a shell script that can be run. */
export async function writeScript(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${text}\n`);
  await chmod(file, 0o755);
}
