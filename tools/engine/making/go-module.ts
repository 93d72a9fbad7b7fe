import { readFileSync } from "node:fs";
import { join } from "node:path";
import { languageHostExecutable, pulumiExecutable } from "../finding/executables";
import { engineVersion } from "../versions";

/** A program that is built from the Go module registry. The versions of all its modules are committed. */
export interface GoModule {
  /** The folder with the committed `go.mod` and `go.sum`. */
  readonly folder: string;
  /** The package to build. */
  readonly package: string;
  readonly executable: string;
  /** Go's linker flags: without debug information and, where the program asks for it, with its version. */
  readonly linkerFlags: string;
}

const folder = join(__dirname, "..", "go");

export const commandLine: GoModule = {
  folder: join(folder, "cli"),
  package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
  executable: pulumiExecutable,
  linkerFlags: `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=${engineVersion}`,
};

/**
 * The last version of the Node.js language host that is part of a module which the registry serves. It drives today's
 * engine, except for plugins from source and policy packs.
 */
export const languageHost: GoModule = {
  folder: join(folder, "language-host"),
  package: "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
  executable: languageHostExecutable,
  linkerFlags: "-s -w",
};

/** The oldest Go that can build the engine, as its `go.mod` says. */
export function oldestGo(): string {
  const [, version] = /^go (\S+)$/m.exec(readFileSync(join(commandLine.folder, "go.mod"), "utf8")) ?? [];
  return version ?? "1.25";
}
