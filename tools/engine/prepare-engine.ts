import { homedir } from "node:os";
import { join } from "node:path";
import type { Engine, OnProgress } from "./engine";
import { findOrMakeEngine } from "./find-or-make-engine";
import { goBuild } from "./making/go-build";
import { officialDownload } from "./making/official-download";
import { engineVersion } from "./versions";

/**
 * Makes sure that this machine has a Pulumi engine, and says where it is: the `pulumi` on `PATH` if it is new enough and
 * has its Node.js language host beside it, else the one that an earlier run cached, else Pulumi's download, else a build
 * from the Go module registry. With an engine there, this takes less than a second; a build takes minutes.
 *
 * @throws {@link EngineUnavailableError} when nothing works; the signal's reason when it fires. Either way nothing
 * half-made is left.
 *
 * @example
 * const engine = await prepareEngine({ onProgress: (text) => process.stderr.write(`${text}\n`) });
 */
export async function prepareEngine(
  options: { readonly onProgress?: OnProgress; readonly signal?: AbortSignal } = {},
): Promise<Engine> {
  return findOrMakeEngine(
    {
      searchPath: process.env["PATH"] ?? "",
      // The folder that PulumiCommand.install of the Automation API uses by default.
      cache: join(homedir(), ".pulumi", "versions", engineVersion),
      ways: [officialDownload, goBuild],
    },
    options.onProgress ?? (() => undefined),
    options.signal ?? new AbortController().signal,
  );
}
